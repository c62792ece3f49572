import { classLabel } from '@oryn/figures';
import { type Language, text } from '@oryn/language';
import type { CountClasses } from '@oryn/study';
import { type ReactNode, useRef, useState } from 'react';
import { countFills } from '../map/cell-paint.ts';
import { MapControls } from '../map/map-controls.tsx';
import { mapPalettes } from '../map/map-palette.ts';
import { Marks } from '../map/marks.tsx';
import { ScaleBar } from '../map/scale-bar.tsx';
import type { Scene } from '../map/scene.ts';
import { Swatch } from '../map/swatch.tsx';
import { useColourScheme } from '../map/use-colour-scheme.ts';
import type { Answer, BundleFacts } from '../worker/types.ts';
import { ComparedMap, ROOM } from './compared-map.tsx';
import type { Comparison } from './use-comparison.ts';

/** Two maps with one legend: of one city they show the same ground, of two the same scale. */
export function LinkedMaps(props: {
  lang: Language;
  comparison: Comparison;
  district: Answer['district'];
}): ReactNode {
  const { lang, comparison } = props;
  const { names, found, choice } = comparison;
  const answer = found.value;
  const [metersPerPixel, setMetersPerPixel] = useState<number>();
  const [bearing, setBearing] = useState(0);
  const scenes = useRef<(Scene | undefined)[]>([undefined, undefined]);
  const isFollowing = useRef(false);
  const follow = (leader: number): void => {
    const [moved, other] = [scenes.current[leader], scenes.current[1 - leader]];
    if (isFollowing.current || !moved || !other) return;
    isFollowing.current = true;
    other.follow(moved, choice?.by !== 'city');
    isFollowing.current = false;
  };
  const fit = (): void => {
    // Two flights would disturb one another.
    for (const [i, scene] of scenes.current.entries()) {
      scene?.show(facts[i].bounds, { padding: ROOM, jump: true });
    }
  };
  const facts = comparison.facts as [BundleFacts, BundleFacts];
  return (
    <div id="map" className="map-area compared">
      <div className="compared-maps">
        {([0, 1] as const).map((i) => (
          <ComparedMap
            key={i === 0 ? 'a' : 'b'}
            lang={lang}
            letter={i === 0 ? 'A' : 'B'}
            name={names[i]}
            facts={facts[i]}
            side={answer?.sides[i]}
            limits={answer?.classes.limits ?? []}
            district={choice?.by === 'city' ? undefined : props.district}
            over={answer?.isYearly ? Math.max(1, answer.sides[i].years.length) : 1}
            onScene={(scene) => {
              scenes.current[i] = scene;
              // The one that comes last shows what the other shows already.
              follow(1 - i);
            }}
            onMove={(scale, turned) => {
              setMetersPerPixel(scale);
              setBearing(turned);
              follow(i);
            }}
          />
        ))}
      </div>
      <Marks lang={lang} facts={facts} />
      {answer && <SharedLegend lang={lang} {...answer} scale={metersPerPixel} />}
      <MapControls
        lang={lang}
        bearing={bearing}
        onZoom={(step) => scenes.current[0]?.zoomBy(step)}
        onNorth={() => scenes.current[0]?.northUp()}
        onFit={fit}
      />
      {found.isBusy && (
        <div className="counting" role="status">
          <span>{text(lang, 'viewer.counting')}</span>
        </div>
      )}
    </div>
  );
}

function SharedLegend(props: {
  lang: Language;
  isYearly: boolean;
  classes: CountClasses;
  scale: number | undefined;
}): ReactNode {
  const { lang, isYearly, classes, scale } = props;
  const { limits, method } = classes;
  const fills = countFills(limits, mapPalettes[useColourScheme()]);
  return (
    <section className="shared-legend" aria-label={text(lang, 'viewer.legend')}>
      <h2>{text(lang, isYearly ? 'comparison.legendYearly' : 'comparison.legend')}</h2>
      <ul className="classes">
        {fills.map((fill, i) => (
          <Swatch key={limits[i]} fill={fill} name={classLabel(lang, limits, i, !isYearly)} />
        ))}
      </ul>
      {scale !== undefined && <ScaleBar lang={lang} metersPerPixel={scale} />}
      <p className="method">{text(lang, 'comparison.oneScale', { method })}</p>
    </section>
  );
}
