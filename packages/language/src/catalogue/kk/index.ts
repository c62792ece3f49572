import { charts } from './charts.ts';
import { choices } from './choices.ts';
import { cli } from './cli.ts';
import { compare } from './compare.ts';
import { comparison } from './comparison.ts';
import { concentration } from './concentration.ts';
import { data } from './data.ts';
import { errors } from './errors.ts';
import { figurePage } from './figurePage.ts';
import { figures } from './figures.ts';
import { instead } from './instead.ts';
import { layers } from './layers.ts';
import { open } from './open.ts';
import { proof } from './proof.ts';
import { publicTable } from './publicTable.ts';
import { quality } from './quality.ts';
import { report } from './report.ts';
import { shortlist } from './shortlist.ts';
import { siting } from './siting.ts';
import { statements } from './statements.ts';
import { terms } from './terms.ts';
import { time } from './time.ts';
import { tour } from './tour.ts';
import { viewer } from './viewer.ts';

export const kk = {
  terms,
  errors,
  cli,
  statements,
  figures,
  charts,
  viewer,
  tour,
  figurePage,
  proof,
  comparison,
  time,
  publicTable,
  siting,
  data,
  layers,
  instead,
  shortlist,
  open,
  report,
  quality,
  choices,
  concentration,
  compare,
};
