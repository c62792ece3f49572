import type { ColumnRole } from './column-roles.ts';

/**
 * Names known per role, the best first, as `normaliseName` leaves them: letters and figures in lower case. The
 * official layer, exports in Kazakh, Russian, English and Spanish. A weight counts only when a person names it:
 * a column `count` may hold corrections of -1. So does the id of a place, which decides where an incident counts.
 */
const NAMES: Record<Exclude<ColumnRole, 'weight' | 'place'>, string> = {
  lon: `geometrylon lon lng long longitude longitud xlon lonx longitudewgs84 lonwgs84 wgs84lon geolon geolongitude
    coordlon долгота долготаградус геодолгота координатадолготы координатыдолгота долг бойлық бойлығы геобойлық`,
  lat: `geometrylat lat latitude latitud ylat laty latitudewgs84 latwgs84 wgs84lat geolat geolatitude coordlat широта
    широтаградус геоширота координаташироты координатыширота шир ендік ендігі геоендік`,
  x: `x xcoord xcoordinate coordx pointx xutm utmx easting eastings east x3857 xkoord координатах коордх хкоордината
    хкоорд xкоордината координатаx х восток хосі xкоординатасы хкоординатасы coordenadax este`,
  y: `y ycoord ycoordinate coordy pointy yutm utmy northing northings north y3857 ykoord координатау коорду укоордината
    укоорд yкоордината координатаy у север уосі yкоординатасы укоординатасы coordenaday norte`,
  point: `geom geometry thegeom wkt wktgeom shape point geopoint coordinates coordinate coords coord latlon latlng
    latlong lonlat lnglat gps gpscoordinates location geolocation координаты координата координатыместа геокоординаты
    геометрия гпс широтадолгота долготаширота местоположение геолокация точка координаттар координаттары нүкте
    ендікбойлық coordenadas ubicacion geolocalizacion punto`,
  time: `datsoverstr датаивремясовершения датаивремясовершенияпреступления датаивремяпреступления датаивремядтп
    датаивремяпроисшествия датаивремясобытия датасовершения датасовершенияпреступления датасовершенияправонарушения
    датапреступления датапроисшествия датасобытия датадтп датаивремя датавремя времясовершения времясобытия
    времяпреступления жасалғанкүніменуақыты жасалғанкүні жасалғануақыты күніменуақыты күнуақыт оқиғакүні
    оқиғауақыты қылмысжасалғанкүн қылмыскүні datsover
    occurreddatetime datetimeoccurred occurreddate dateoccurred dateoccured dateoccur datetimeofoccurrence
    occurrencedate occurreddt occurred occurredon occurredat occurdate dateofoccurrence offensedate offencedate
    incidentdatetime incidentdate dateofincident crimedate dateofcrime eventdate eventtime datetime datelocal
    localdate timelocal startdate datestart begindate fromdate timefrom timestart starttime occurredfrom fechahechos fechahecho
    fechadelhecho fechahorahecho fechahora fechaevento fechadelincidente fechadelito fecha rtadate date дата
    күні күн timestamp dateutc timeutc rtadatems rtadateiso time
    datereported reporteddate reportdate датарегистрации датазаявления тіркелгенкүні datvozbstr datvozb`,
  clock: `timelocal localtime timeoccurred timeofday occurredtime incidenttime eventtime crimetime clock time время
    времясуток времясовершения времясобытия времядтп уақыты уақыт сағаты fd1r05p1 hora horahecho horahechos horadelhecho`,
  timeEnd: `timeend endtime enddate dateend occurredto todate timeto datetimeto enddatetime датаокончания времяокончания
    датаокончанияпериода датаивремяокончания аяқталғанкүні аяқталғануақыты аяқталукүні fechafin fechahasta`,
  year: `year yr год годсовершения жыл жылы ano anio año occurrenceyear`,
  month: `month mon месяц месяцсовершения ай айы mes period occurrencemonth`,
  day: `day dayofmonth день числомесяца число күнай dia día occurrenceday`,
  hour: `hourlocal hour hourofday час часы чассовершения сағат occurrencehour`,
  minute: `minute minutes min минута минуты минут minuto`,
  category: `category crimecategory offencecategory offensecategory offensetype offencetype offense offence crimetype
    typeofcrime crimecode crime primarytype incidenttype incidentcategory eventtype type ucrdescription категория
    видпреступления видправонарушения видпроисшествия типпреступления типпроисшествия типправонарушения
    категорияпреступления квалификация виддтп типдтп вид тип преступление правонарушение состав қылмыстүрі
    құқықбұзушылықтүрі оқиғатүрі қылмыссанаты санаты санат түрі қылмыс жкотүрі modalidad delito tipodelito tipodedelito
    tipo categoria categoría conducta crashtypecode typedtp description`,
  article: `crimecode articlecode article кодстатьи статьякод статья статьяук статьяукрк кодпреступления бап бапкоды
    бабы articulo artículo`,
  articleText: `stat articletext статьячасть статьяичасть статьятекст статьиук квалификациястатья бапбөлік бабыбөлігі`,
  gravity: `hardcode gravity gravitycode severity тяжесть степеньтяжести категориятяжести тяжестьпреступления
    ауырлығы ауырлықдәрежесі ауырлықсанаты gravedad`,
  placeType: `fe1r29p1id fe1r29p1 placetype placecode premise premises premisetype premisetypedescription locationtype
    typeofplace scenetype типместа видместа местосовершениятип типобъекта оқиғаорны местосовершения орынтүрі орынкоды
    оқиғаорнытүрі tipolugar lugar tipodelugar`,
  source: `source recordsource datasource источник источникданных источникинформации дереккөз дереккөзі fuente`,
  district: `district districtname policedistrict район районгорода административныйрайон ауданы аудан ауданатауы
    regcode districtcode beat precinct division neighbourhood neighborhood hood lsoacode ward barrio comuna distrito
    borough микрорайон шағынаудан region регион область облысы облыс өңір citycode areacode city город қала қаласы
    ciudad municipio lsoa`,
  caseId: `objectid fid id caseid incidentid incidentnumber incident recordid record uid eventid offenseid reportnumber номер
    номерзаписи идентификатор нөмірі нөмір номердтп номерпроисшествия реттікнөмірі`,
  discontinued: `discontinued struckoff прекращено прекращен признакпрекращения исключено тоқтатылған қысқартылған`,
  simulated: `simulated synthetic модельные синтетические вымышлено вымышленные вымышлен ойданшығарылған`,
};

/** Names per role, the best first. */
export const COLUMN_NAMES: readonly (readonly [role: keyof typeof NAMES, names: readonly string[]])[] = (
  Object.entries(NAMES) as [keyof typeof NAMES, string][]
).map(([role, names]) => [role, names.toLowerCase().split(/\s+/)]);

/** Dates of something else than the incident itself. */
const NOT_OCCURRENCE =
  'рег возб рожд загруз обнов заяв тірк туған report regist birth creat updat load coded close end окон закры'.split(
    ' ',
  );

/**
 * Beginnings of words that together give a longer name its meaning: `Координаты места, широта`. Tried after the
 * names known whole; `none` are words that make it mean something else.
 */
export const NAME_STEMS: readonly {
  role: ColumnRole;
  all: readonly string[];
  none?: readonly string[];
}[] = [
  { role: 'lat', all: ['широт'] },
  { role: 'lon', all: ['долгот'] },
  { role: 'lat', all: ['ендік'] },
  { role: 'lon', all: ['бойлық'] },
  { role: 'lat', all: ['latitud'] },
  { role: 'lon', all: ['longitud'] },
  ...(['соверш', 'происш', 'событ', 'преступ', 'правонар', 'дтп', 'жасал', 'оқиға'] as const).flatMap(
    (word) =>
      ['дата', 'күні'].map((date) => ({ role: 'time' as const, all: [date, word], none: NOT_OCCURRENCE })),
  ),
  ...(['occur', 'offen', 'incident', 'crime', 'event', 'hecho', 'delito'] as const).flatMap((word) =>
    ['date', 'fecha'].map((date) => ({ role: 'time' as const, all: [date, word], none: NOT_OCCURRENCE })),
  ),
  { role: 'category', all: ['вид', 'преступ'] },
  { role: 'category', all: ['вид', 'правонар'] },
  { role: 'category', all: ['қылмыс', 'түр'] },
  { role: 'category', all: ['құқық', 'түр'] },
];
