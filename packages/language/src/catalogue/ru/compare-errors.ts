import type { compareErrors as english } from '../en/compare-errors.ts';

export const compareErrors: Record<keyof typeof english, string> = {
  'compare.simulated':
    'В пакете {path} смоделированные случаи; их ни с чем не сравнивают. Дайте пакеты с настоящими случаями.',
  'compare.boundary':
    'Пакет {path} создан без границ, поэтому неизвестно, от какой территории считаются доли. Запустите oryn study снова с --boundary и файлом, источник которого известен.',
  'compare.twice': 'В пакетах {first} и {second} одни и те же случаи. Дайте каждый город один раз.',
  'compare.subjects':
    'В пакете {accidents} дорожные происшествия, а в {incidents} преступления: это не одно и то же. Сравнивайте каждый вид отдельно.',
  'compare.unit':
    'Пакеты {first} и {second} построены на разных единицах: {key} в первом — {expected}, во втором — {found}. Запустите oryn study для одного из них снова с тем же --{key}.',
  'compare.no-incidents': 'В этом периоде нет ни одного случая: {name}. Выберите другие даты.',
  'compare.months':
    'В пакете известны только месяцы случаев, поэтому дата {option} должна быть началом или концом месяца; дано: {given}. Укажите, например, 2019-01-01 для --from и 2023-12-31 для --to.',
  'compare.population-columns':
    'В таблице населения {file} должны быть столбцы «city», «year» и «population»; в ней: {columns}. Переименуйте столбцы.',
  'compare.population-invalid':
    'В строке {row} файла {file} в столбце «{column}» стоит «{given}»; нужны название города, год вида 2021 и целое число больше 0. Исправьте строку.',
  'compare.population-twice':
    'Строка {row} файла {file} повторяет население: {name}, {year}; впервые оно дано в строке {first}. Оставьте одну из двух.',
  'compare.population-city':
    'В таблице {file} нет ни одного из сравниваемых городов: {known}. Исправьте названия в столбце «city».',
  'compare.no-bundle':
    'Не указан ни один пакет, сравнивать нечего. Укажите одну или несколько папок, которые записала команда «oryn study».',
};
