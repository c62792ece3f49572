/** A reader's own table of categories, for the example of `--categories`. */
export const CATEGORY_TABLE = `category,group,layer,name_kk,name_ru,name_en
ст.187 ч.1,petty-theft,place,Ұсақ ұрлық,Мелкое хищение,Petty theft
ст.187 ч.2,petty-theft,place,Ұсақ ұрлық,Мелкое хищение,Petty theft
ст.188 ч.3,grave-theft,place,Ауыр ұрлық,Кража при отягчающих обстоятельствах,Aggravated theft
ст.293 ч.1,street-disorder,place,Қоғамдық тәртіпті бұзу,Нарушение общественного порядка,Street disorder
ст.293 ч.2,street-disorder,place,Қоғамдық тәртіпті бұзу,Нарушение общественного порядка,Street disorder
`;

/** The police stations of a layer of facilities alone, one feature a line. */
export function stationsText(facilities: string): string {
  const { features, ...rest } = JSON.parse(facilities) as { features: { properties: { kind: string } }[] };
  const stations = features.filter(({ properties }) => properties.kind === 'police_station');
  const lines = stations.map((feature) => JSON.stringify(feature));
  const head = JSON.stringify({ ...rest, name: 'police-stations' }).slice(0, -1);
  return `${head},"features":[\n${lines.join(',\n')}\n]}\n`;
}
