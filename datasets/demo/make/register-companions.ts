/** A reader's own table of categories, for the example of `--categories`. */
export const CATEGORY_TABLE = `category,group,layer,name_kk,name_ru,name_en
ст.187 ч.1,petty-theft,place,Ұсақ ұрлық,Мелкое хищение,Petty theft
ст.187 ч.2,petty-theft,place,Ұсақ ұрлық,Мелкое хищение,Petty theft
ст.188 ч.3,grave-theft,place,Ауыр ұрлық,Кража при отягчающих обстоятельствах,Aggravated theft
ст.293 ч.1,street-disorder,place,Қоғамдық тәртіпті бұзу,Нарушение общественного порядка,Street disorder
ст.293 ч.2,street-disorder,place,Қоғамдық тәртіпті бұзу,Нарушение общественного порядка,Street disorder
`;

/** An example of a reader's own table of weights. The numbers are invented; some articles are left out on purpose. */
export const WEIGHT_TABLE = `article,weight,note
187,5,simulated
188/1,20,simulated
188/2,30,simulated
188/3,120,simulated
190,60,simulated
191/1,300,simulated
191/2,700,simulated
192,900,simulated
106,1200,simulated
107,400,simulated
200,150,simulated
202,25,simulated
293,40,simulated
`;

/** The police stations of a layer of facilities alone, one feature a line. */
export function stationsText(facilities: string): string {
  const { features, ...rest } = JSON.parse(facilities) as { features: { properties: { kind: string } }[] };
  const stations = features.filter(({ properties }) => properties.kind === 'police_station');
  const lines = stations.map((feature) => JSON.stringify(feature));
  const head = JSON.stringify({ ...rest, name: 'police-stations' }).slice(0, -1);
  return `${head},"features":[\n${lines.join(',\n')}\n]}\n`;
}
