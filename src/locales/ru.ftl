## Команды: описание, название каждого параметра и пример

faq =
    .description = Спросите о мирных переговорах своими словами
    .question = ваш вопрос или несколько слов из него
    .usage = /faq может ли Украина вступить в НАТО во время войны
    .menu = Ответить из FAQ
position =
    .description = Чего хочет одна из сторон и почему
    .party = сторону, например Украину или США
    .topic = тему, например территории или НАТО
    .usage = /position россия территории
compare =
    .description = Позиции сторон по одной теме, рядом
    .topic = тему для сравнения
    .parties = стороны для сравнения, через запятую
    .usage = /compare нато россия, украина
plans =
    .description = Мирные планы: что в каждом, кто поддерживает, кто отвергает
    .plan = план, который показать целиком
    .topic = тему, по которой показать планы
    .usage = /plans территории
topics =
    .description = Всё по темам
    .topic = тему, которую открыть
    .usage = /topics прекращение огня
sources =
    .description = На чём основан ответ: автор, издатель, дата
    .entry = вопрос или название статьи
    .usage = /sources членство в нато
help =
    .description = Как пользоваться Parley
    .command = команду, которую объяснить
    .usage = /help compare
about =
    .description = Что такое Parley, чьё это содержание, как сообщить об ошибке
    .usage = /about
private-option = показать ответ только вам

## Названия параметров: одно слово строчными буквами

option-question = вопрос
option-party = сторона
option-topic = тема
option-parties = стороны
option-plan = план
option-entry = статья
option-command = команда
option-private = лично

## Ответы

did-you-mean = Не совсем понятно, о чём речь. Может быть, что-то из этого?
no-answer = Ответа на это здесь пока нет. Parley показывает только то, что написали редакторы по названным источникам, и поэтому не гадает.
nearest = Ближайшие вопросы, на которые ответ есть:
browse = Посмотреть по темам
faq-title = Вопросы, на которые есть ответ
faq-hint = Выберите один или спросите своими словами.
past-review = ⚠ Этот текст должны были пересмотреть до { $date }; он может быть устаревшим.
not-translated = Ещё не переведено: показано по-английски.
as-of = По состоянию на { $date }
as-of-undated = По состоянию на: без даты (источник её не указывает)
sources-label = Источники
undated = без даты
not-given = не указано
source-kind-official = официальный документ
source-kind-reporting = репортаж
source-kind-analysis = анализ
source-kind-poll = опрос
source-kind-footage = видео
source-kind-book = книга
sources-of = На чём основан этот ответ
source-author = Автор
source-publisher = Издатель
source-collected = Прочитано
source-no-link = Ссылка неизвестна
back-to-answer = Назад к ответу
position-of = { $party }: { $topic }
positions-of = Позиции: { $party }
position-wants = Чего хочет, как сообщают
position-reasons = Названные причины
position-red-lines = Красные линии
not-in-source = В источнике не указано.
no-position = нет позиции с источником
no-position-long = У Parley нет позиции с источником: { $party }, тема «{ $topic }». Это не значит, что её нет.
all-positions-of = Все позиции: { $party }
choose-position = Выберите тему, чтобы увидеть причины и красные линии:
compare-on = Сравнение: { $topic }
compare-attributed = Каждая строка — то, что говорит эта сторона или что о ней сообщают, а не вывод Parley. Причин и красных линий не показано там, где источник их не называет.
party = Сторона
topic = Тема
stance = Позиция
plans-title = Мирные планы
plans-on = Планы: { $topic }
plan-backed-by = Кто поддерживает
plan-rejected-by = Кто отвергает
plan-silent = в нашем источнике об этом ничего не сказано
choose-plan = Выберите план, чтобы увидеть его целиком:
all-plans = Все планы
topics-title = Темы
all-topics = Все темы
help-title = Как пользоваться Parley
help-intro = Спрашивайте своими словами через /faq или выберите тему. Каждый ответ называет источник и дату.
help-more = /help и название команды объясняет эту команду.
all-commands = Все команды
example = Пример
optional = необязательно
about-title = О Parley
about-what = Parley отвечает на вопросы о мирных переговорах между Украиной и Россией. Каждый ответ написал человек по названному источнику, и об этом сказано; ничего не сгенерировано.
about-how = Позиция всегда чья-то: Parley передаёт, что говорит каждая сторона, и не встаёт ни на чью сторону. Где ответа с источником нет, так и сказано.
about-mistake = Нашли ошибку? Скажите модераторам этого сообщества или проекту:
about-mistake-here = Нашли ошибку? Скажите модераторам этого сообщества или тому, кто держит этого бота.
about-licence = Содержание: CC BY 4.0. Программа: MIT.
about-version = Версия { $version }

## Страницы и кнопки

page = Страница { $number } из { $of }
previous = ‹ Назад
next = Далее ›
open-in-private = Открыть в личном чате
answering = В ответ на:

## Ошибки

error-unknown-command = Команды /{ $command } нет. Все команды — в /help.
error-missing = Добавьте, пожалуйста, { $option }.
error-choose = Выберите, пожалуйста, { $option }:
error-unknown = «{ $typed }» мне здесь не известно. Выберите, пожалуйста, { $option }:
error-too-long = Слишком длинно. Не больше { $limit } символов, пожалуйста.
error-usage = Например: { $usage }
error-no-entry = Статьи «{ $typed }» нет. Все есть в /faq.
error-old-button = Эта кнопка из старой версии и больше не работает. Спросите ещё раз через /faq.
error-no-text = В этом сообщении нет текста, на который можно ответить.
error-fault = У нас что-то пошло не так; это записано как { $incident }. Попробуйте ещё раз.

## Консоль

console-ask = Задайте вопрос или введите /help, чтобы увидеть команды.
console-keys = Число нажимает кнопку с этим числом, Tab дополняет, /language en или uk меняет язык.
console-leave = /quit или Ctrl-D завершает работу.
console-interrupted = Нажмите Ctrl-C ещё раз, чтобы выйти.
console-no-page = Дальше страниц нет.
console-language = Теперь ответы на русском.
console-choose-language = Выберите язык: /language en, /language uk или /language ru.
