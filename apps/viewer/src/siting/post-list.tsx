import { formatInteger, type Language, text } from '@oryn/language';
import type { ReactNode } from 'react';
import { saveFile } from '../ui/save-file.ts';
import type { SitingAnswer, SuggestedPost } from '../worker/siting.ts';
import { wayText } from './way-text.ts';

/** The suggested places under the letters that stand on the map. */
export function PostList(props: { lang: Language; found: SitingAnswer; isSimulated: boolean }): ReactNode {
  const { lang, found, isSimulated } = props;
  const radius = wayText(lang, found.asked.radius);
  return (
    <section className="siting-posts">
      <h2>
        {text(lang, 'siting.list')} <span>{text(lang, 'siting.listHint')}</span>
      </h2>
      <ol>
        {found.posts.map((post) => (
          <li key={post.letter}>
            <span className="post-letter">{post.letter}</span>
            <span>
              <b>{post.name[lang] || positionText(post)}</b>
              <small>{incidentsText(lang, post)}</small>
            </span>
          </li>
        ))}
      </ol>
      <p className="second">
        {found.streets
          ? text(lang, 'siting.keyReach', { radius })
          : text(lang, 'siting.keyCircle', { radius })}
      </p>
      <button
        type="button"
        className="button"
        onClick={() =>
          saveFile('oryn-posts.geojson', postsGeoJson(lang, found, isSimulated), 'application/geo+json')
        }
      >
        {text(lang, 'siting.save')}
      </button>
    </section>
  );
}

/** Where nothing near has a name; four decimals are 10 m. */
const positionText = ({ lon, lat }: SuggestedPost): string => `${lat.toFixed(4)}, ${lon.toFixed(4)}`;

function incidentsText(lang: Language, { n, meanMeters }: SuggestedPost): string {
  if (n === 0) return text(lang, 'siting.nearestToNone');
  return text(lang, 'siting.nearestTo', {
    n: formatInteger(lang, n),
    count: n,
    mean: wayText(lang, meanMeters),
  });
}

/** The posts with the record of how they were chosen. */
function postsGeoJson(lang: Language, found: SitingAnswer, isSimulated: boolean): string {
  const { posts, rows, asked, candidates, restarts, seed, isProvenBest, bestPossible, incidents } = found;
  const [suggested] = rows;
  const collection = {
    type: 'FeatureCollection',
    ...(isSimulated && { simulated: true }),
    suggestion: {
      note: text(lang, 'siting.suggestion'),
      ...asked,
      ...{ incidents, candidates, restarts, seed, isProvenBest, bestPossible },
      shareWithin: suggested.shareWithin,
      meanMeters: suggested.meanMeters,
    },
    features: posts.map(({ letter, lon, lat, n, meanMeters, name }) => ({
      type: 'Feature',
      properties: {
        ...{ letter, n, name: name[lang] },
        mean_m: Number.isFinite(meanMeters) ? meanMeters : null,
        ...(isSimulated && { simulated: true }),
      },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}
