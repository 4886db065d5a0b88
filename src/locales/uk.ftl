## Команди: опис, назва кожного параметра і приклад

faq =
    .description = Запитайте про мирні переговори своїми словами
    .question = ваше запитання або кілька слів із нього
    .usage = /faq чи може Україна вступити до НАТО під час війни
    .menu = Відповісти з FAQ
position =
    .description = Чого прагне одна зі сторін і чому
    .party = сторону, як-от Україна чи США
    .topic = тему, як-от території чи НАТО
    .usage = /position росія території
compare =
    .description = Позиції сторін щодо однієї теми, поруч
    .topic = тему для порівняння
    .parties = сторони для порівняння, через кому
    .usage = /compare нато росія, україна
plans =
    .description = Мирні плани: що в кожному, хто підтримує, хто відкидає
    .plan = план, який показати повністю
    .topic = тему, щодо якої показати плани
    .usage = /plans території
topics =
    .description = Усе за темами
    .topic = тему, яку відкрити
    .usage = /topics припинення вогню
sources =
    .description = На чому ґрунтується відповідь: автор, видавець, дата
    .entry = запитання або назву статті
    .usage = /sources членство в нато
help =
    .description = Як користуватися Parley
    .command = команду, яку пояснити
    .usage = /help compare
about =
    .description = Що таке Parley, чий це вміст, як повідомити про помилку
    .usage = /about
private-option = показати відповідь лише вам

## Назви параметрів: одне слово малими літерами

option-question = запитання
option-party = сторона
option-topic = тема
option-parties = сторони
option-plan = план
option-entry = стаття
option-command = команда
option-private = особисто

## Відповіді

did-you-mean = Не зовсім зрозуміло, про що йдеться. Може, щось із цього?
no-answer = Відповіді на це тут поки що немає. Parley показує лише те, що написали редактори за названими джерелами, тож не вгадує.
nearest = Найближчі запитання, на які відповідь є:
browse = Переглянути за темами
faq-title = Запитання, на які є відповідь
faq-hint = Оберіть одне або запитайте своїми словами.
past-review = ⚠ Цей текст мали переглянути до { $date }; він може бути застарілим.
not-translated = Ще не перекладено: показано англійською.
as-of = Станом на { $date }
as-of-undated = Станом на: без дати (джерело її не вказує)
sources-label = Джерела
undated = без дати
not-given = не вказано
source-kind-official = офіційний документ
source-kind-reporting = репортаж
source-kind-analysis = аналіз
source-kind-poll = опитування
source-kind-footage = відео
source-kind-book = книга
sources-of = На чому ґрунтується ця відповідь
source-author = Автор
source-publisher = Видавець
source-collected = Прочитано
source-no-link = Посилання невідоме
back-to-answer = Назад до відповіді
position-of = { $party }: { $topic }
positions-of = Позиції: { $party }
position-wants = Чого прагне, як повідомляють
position-reasons = Названі причини
position-red-lines = Червоні лінії
not-in-source = У джерелі не зазначено.
no-position = немає позиції з джерелом
no-position-long = Parley не має позиції з джерелом: { $party }, тема «{ $topic }». Це не означає, що її немає.
all-positions-of = Усі позиції: { $party }
choose-position = Оберіть тему, щоб побачити причини й червоні лінії:
compare-on = Порівняння: { $topic }
compare-attributed = Кожен рядок — те, що каже ця сторона або що про неї повідомляють, а не висновок Parley. Причин і червоних ліній не показано там, де джерело їх не називає.
party = Сторона
topic = Тема
stance = Позиція
plans-title = Мирні плани
plans-on = Плани: { $topic }
plan-backed-by = Хто підтримує
plan-rejected-by = Хто відкидає
plan-silent = у нашому джерелі про це нічого не сказано
choose-plan = Оберіть план, щоб побачити його повністю:
all-plans = Усі плани
topics-title = Теми
all-topics = Усі теми
help-title = Як користуватися Parley
help-intro = Запитуйте своїми словами через /faq або оберіть тему. Кожна відповідь називає джерело й дату.
help-more = /help і назва команди пояснює цю команду.
all-commands = Усі команди
example = Приклад
optional = необов’язково
about-title = Про Parley
about-what = Parley відповідає на запитання про мирні переговори між Україною та Росією. Кожну відповідь написала людина за названим джерелом, і про це сказано; нічого не згенеровано.
about-how = Позиція завжди чиясь: Parley передає, що каже кожна сторона, і не стає на жоден бік. Де відповіді з джерелом немає, так і сказано.
about-mistake = Знайшли помилку? Скажіть модераторам цієї спільноти або проєкту:
about-mistake-here = Знайшли помилку? Скажіть модераторам цієї спільноти або тому, хто утримує цього бота.
about-licence = Вміст: CC BY 4.0. Програма: MIT.
about-version = Версія { $version }

## Сторінки й кнопки

page = Сторінка { $number } з { $of }
previous = ‹ Назад
next = Далі ›
open-in-private = Відкрити в особистому чаті
answering = У відповідь на:

## Помилки

error-unknown-command = Команди /{ $command } немає. Усі команди — у /help.
error-missing = Додайте, будь ласка, { $option }.
error-choose = Оберіть, будь ласка, { $option }:
error-unknown = «{ $typed }» мені тут не відоме. Оберіть, будь ласка, { $option }:
error-too-long = Задовго. Не більше ніж { $limit } символів, будь ласка.
error-usage = Наприклад: { $usage }
error-no-entry = Статті «{ $typed }» немає. Усі є у /faq.
error-old-button = Ця кнопка зі старішої версії й уже не працює. Запитайте ще раз через /faq.
error-no-text = У цьому повідомленні немає тексту, на який можна відповісти.
error-fault = У нас щось пішло не так; це записано як { $incident }. Спробуйте ще раз.

## Консоль

console-ask = Поставте запитання або введіть /help, щоб побачити команди.
console-keys = Число натискає кнопку з цим числом, Tab доповнює, /language en або ru змінює мову.
console-leave = /quit або Ctrl-D завершує роботу.
console-interrupted = Натисніть Ctrl-C ще раз, щоб вийти.
console-no-page = Далі сторінок немає.
console-language = Тепер відповіді українською.
console-choose-language = Оберіть мову: /language en, /language uk або /language ru.
