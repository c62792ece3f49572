import { formatPercent, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { Figure, MARGIN, PIXELS_PER_MM } from '../frame/figure.tsx';
import { usePaperWidth } from '../frame/paper.ts';
import { sourceNote } from '../frame/source-note.ts';
import { px } from '../geometry/svg-path.ts';
import { palette } from '../palette.ts';
import { textWidth, wrapText } from '../text/measure.ts';
import { TextLine } from '../text/text-line.tsx';
import type { CityPanelsProps } from './city-panels-props.ts';
import { Panel, type PanelBox, YearAxis } from './panel.tsx';
import { keyHeight, PanelsKey } from './panels-key.tsx';
import { type ShareScale, shareScale } from './share-scale.ts';

const DEFAULT_WIDTH_MM = 180;
const SIZE = 11;
const LEADING = 15;
const NAME_SIZE = 12;
const PANEL_HEIGHT = 84;
/** Between the panels of a row, and over each panel for the letters of breaks. */
const COLUMN_GAP = 14;
const LETTER_ROOM = 11;
const ROW_GAP = 9;
const BAND_GAP = 14;
/** More columns would be too narrow for five years. */
const MOST_COLUMNS = 4;

/**
 * Small multiples: a column for every city, a row for every offence group, the years along each panel and one scale
 * of shares for all. It draws what it is given: whether shares of different volume may be read against one another
 * is for the caller to see to and the notes to say.
 */
export function CityPanels(props: CityPanelsProps): ReactNode {
  const { lang, cities, offences, sourceLine } = props;
  const widthMm = usePaperWidth(props.widthMm ?? DEFAULT_WIDTH_MM);
  const width = px(widthMm * PIXELS_PER_MM) - 2 * MARGIN;
  const scale = shareScale(
    offences.flatMap(({ panels }) =>
      panels.flatMap(({ points }) =>
        points.flatMap(({ share, low, high, chance }) => [share, low, high, chance]),
      ),
    ),
  );
  const bands = bandsOf(cities.length);
  const tickWidth = Math.max(...scale.ticks.map((tick) => textWidth(formatPercent(lang, tick), SIZE)));
  const left = px(MARGIN + tickWidth + 7);
  const columns = Math.max(...bands.map((band) => band.length));
  const columnWidth = (MARGIN + width - left - (columns - 1) * COLUMN_GAP) / columns;
  const heads = bands.map((band) => headHeight(props, band, columnWidth));
  const rowHeights = offences.map(({ name }) => rowHeight(name, width, left));
  const bandHeight = rowHeights.reduce((sum, height) => sum + height, 0) + 5 + LEADING;
  const key = keyHeight(props, width);
  const body = heads.reduce((sum, head) => sum + head + bandHeight, key) + (bands.length - 1) * BAND_GAP;
  return (
    <Figure
      lang={lang}
      title={props.title}
      subtitle={props.subtitle}
      notes={[
        ...(scale.kind === 'ratio' ? [text(lang, 'compare.figure.ratioScale')] : []),
        ...props.notes,
        sourceNote(lang, sourceLine),
      ]}
      widthMm={widthMm}
      bodyHeight={body}
      body={(top) => {
        let y = top + key;
        return (
          <>
            <PanelsKey chart={props} x={MARGIN} y={top} width={width} />
            {bands.map((band, i) => {
              const start = y;
              y += heads[i]! + bandHeight + BAND_GAP;
              return (
                <Band
                  key={band[0]}
                  chart={props}
                  scale={scale}
                  band={band}
                  left={left}
                  top={start}
                  head={heads[i]!}
                  columnWidth={columnWidth}
                  rowHeights={rowHeights}
                />
              );
            })}
          </>
        );
      }}
    />
  );
}

/** Columns by band, as equal as they can be: five cities stand as three and two. */
function bandsOf(cities: number): number[][] {
  const bands = Math.ceil(cities / MOST_COLUMNS);
  const perBand = Math.ceil(cities / bands);
  return Array.from({ length: bands }, (_, band) =>
    Array.from({ length: Math.min(perBand, cities - band * perBand) }, (_, i) => band * perBand + i),
  );
}

function nameLines(name: string, width: number, left: number): string[] {
  return wrapText(name, width + MARGIN - left, SIZE, 'bold');
}

function rowHeight(name: string, width: number, left: number): number {
  return nameLines(name, width, left).length * LEADING + LETTER_ROOM + PANEL_HEIGHT + ROW_GAP;
}

function headHeight({ cities }: CityPanelsProps, band: readonly number[], columnWidth: number): number {
  const lines = band.map(
    (city) =>
      wrapText(cities[city]!.name, columnWidth, NAME_SIZE, 'bold').length +
      wrapText(cities[city]!.note, columnWidth, SIZE).length,
  );
  return Math.max(...lines) * LEADING + 6;
}

interface BandProps {
  readonly chart: CityPanelsProps;
  readonly scale: ShareScale;
  readonly band: readonly number[];
  readonly left: number;
  readonly top: number;
  readonly head: number;
  readonly columnWidth: number;
  readonly rowHeights: readonly number[];
}

function Band(props: BandProps): ReactNode {
  const { chart, scale, band, left, top, head, columnWidth, rowHeights } = props;
  const { lang, cities, offences, years } = chart;
  const xOf = (column: number): number => left + column * (columnWidth + COLUMN_GAP);
  const fullWidth = band.length * (columnWidth + COLUMN_GAP) - COLUMN_GAP;
  let y = top + head;
  return (
    <>
      {band.map((city, column) => (
        <CityHead key={city} city={cities[city]!} x={xOf(column)} y={top} width={columnWidth} />
      ))}
      {offences.map((offence, row) => {
        const start = y;
        y += rowHeights[row]!;
        const names = wrapText(offence.name, fullWidth, SIZE, 'bold');
        const boxTop = start + rowHeights[row]! - ROW_GAP - PANEL_HEIGHT;
        const boxOf = (column: number): PanelBox => ({
          left: xOf(column),
          top: boxTop,
          width: columnWidth,
          height: PANEL_HEIGHT,
        });
        return (
          <g key={offence.name}>
            {names.map((line, i) => (
              <TextLine key={line} x={left} y={start + i * LEADING + SIZE} text={line} weight="bold" />
            ))}
            <Ticks lang={lang} scale={scale} box={boxOf(0)} />
            {band.map((city, column) => (
              <Panel
                key={city}
                panel={offence.panels[city]!}
                box={boxOf(column)}
                years={years}
                scale={scale}
                emptyText={text(lang, 'compare.figure.noData')}
              />
            ))}
            {row === offences.length - 1
              ? band.map((city, column) => <YearAxis key={city} box={boxOf(column)} years={years} />)
              : null}
          </g>
        );
      })}
    </>
  );
}

function CityHead(props: {
  city: CityPanelsProps['cities'][number];
  x: number;
  y: number;
  width: number;
}): ReactNode {
  const { city, x, y, width } = props;
  const names = wrapText(city.name, width, NAME_SIZE, 'bold');
  return (
    <>
      {names.map((line, i) => (
        <TextLine
          key={line}
          x={x}
          y={y + i * LEADING + NAME_SIZE}
          text={line}
          size={NAME_SIZE}
          weight="bold"
        />
      ))}
      {wrapText(city.note, width, SIZE).map((line, i) => (
        <TextLine
          key={line}
          x={x}
          y={y + (names.length + i) * LEADING + SIZE}
          text={line}
          fill={palette.secondary}
        />
      ))}
    </>
  );
}

function Ticks({ lang, scale, box }: { lang: Language; scale: ShareScale; box: PanelBox }): ReactNode {
  return scale.ticks.map((tick) => (
    <TextLine
      key={tick}
      x={box.left - 6}
      y={box.top + box.height * (1 - scale.heightOf(tick)) + 4}
      text={formatPercent(lang, tick)}
      fill={palette.secondary}
      anchor="end"
    />
  ));
}
