import type { osmErrors as english } from '../en/osm-errors.ts';

export const osmErrors: Record<keyof typeof english, string> = {
  'osm.not-osm':
    'Файл {file} не является файлом OpenStreetMap. Ожидается .osm.pbf, .osm (XML) или JSON от Overpass.',
  'osm.boundary':
    'В файле OpenStreetMap {file} много границ, одна внутри другой, поэтому границей он служить не может. Посмотрите список: «oryn osm {file} --list», затем запишите нужную в отдельный файл через --area и --out.',
  'osm.too-large':
    'В файле OpenStreetMap {file} больше данных, чем помещается в память обычного ноутбука. Возьмите выгрузку одной страны или сначала вырежьте нужный регион.',
  'osm.feature':
    'Файл {file} использует возможность формата OSM PBF «{given}», которая здесь не читается; таковы, например, файлы с историей правок. Дайте обычную выгрузку.',
  'osm.packing':
    'Файл {file} сжат способом {given}; OSM PBF читается без сжатия или со сжатием zlib. Перезапишите файл, например так: «osmium cat {file} -o streets.osm.pbf -f pbf,pbf_compression=zlib».',
  'osm.incomplete':
    'В файле {file} только часть запрошенного: Overpass остановился с сообщением «{given}». Повторите запрос для меньшей территории или с большим timeout.',
  'osm.no-points':
    'В файле {file} {count, plural, one {названа {n} улица} few {названы {n} улицы} many {названо {n} улиц} other {названо {n} улицы}}, но точек нет ни у одной. В Overpass закончите запрос словами «out geom;», выгрузку берите с полными линиями (complete ways).',
  'osm.area-unknown':
    'В файле {file} нет границы «{given}». Посмотрите, какие есть: «oryn osm {file} --list», и укажите номер отношения.',
  'osm.area-ambiguous':
    'В файле {file} название «{given}» носит не одна граница: {found}. Укажите номер нужной.',
  'osm.area-cut':
    'Граница {relation} ({name}) в файле {file} неполна: линий без данных — {missing} из {ways}. Выгрузка обрезана в этом месте; возьмите выгрузку всей страны.',
  'osm.area-open':
    'Граница {relation} ({name}) в файле {file} не замкнута: линия обрывается в точке с долготой {lon} и широтой {lat}. Она повреждена в самом OpenStreetMap; возьмите выгрузку постарше или поновее либо нарисуйте границу сами.',
  'osm.area-empty':
    'У отношения {relation} ({name}) в файле {file} нет линий, которые что-либо ограничивают. Выберите другое из списка «oryn osm {file} --list».',
  'osm.no-streets':
    'Из файла {file} нельзя взять ни одной улицы: линий с тегом «highway» — {ways}, из них вне границы — {outside}, остальные не улицы. Проверьте, что файл и граница относятся к одному городу.',
};
