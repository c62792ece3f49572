import { charts } from './charts.ts';
import { choices } from './choices.ts';
import { cli } from './cli.ts';
import { compare } from './compare.ts';
import { concentration } from './concentration.ts';
import { errors } from './errors.ts';
import { figures } from './figures.ts';
import { quality } from './quality.ts';
import { report } from './report.ts';
import { statements } from './statements.ts';
import { terms } from './terms.ts';
import { viewer } from './viewer.ts';

export const en = {
  terms,
  errors,
  cli,
  statements,
  figures,
  charts,
  viewer,
  report,
  quality,
  choices,
  concentration,
  compare,
};
