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
    .as = зображенням чи текстом
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
help-moderators = Для модераторів
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

error-moderators-only = Це можуть робити лише модератори цієї спільноти.
error-unknown-command = Команди /{ $command } немає. Усі команди — у /help.
error-missing = Додайте, будь ласка, { $option }.
error-choose = Оберіть, будь ласка, { $option }:
error-unknown = «{ $typed }» мені тут не відоме. Оберіть, будь ласка, { $option }:
error-too-long = Задовго. Не більше ніж { $limit } символів, будь ласка.
error-usage = Наприклад: { $usage }
error-no-entry = Статті «{ $typed }» немає. Усі є у /faq.
error-old-button = Ця кнопка зі старішої версії й уже не працює. Запитайте ще раз через /faq.
error-no-text = У цьому повідомленні немає тексту, на який можна відповісти.
error-unavailable = Зараз немає доступу до моїх записів, тож нічого не змінено. На запитання я відповідаю, як і раніше; спробуйте ще раз за хвилину. (У журналі: { $incident }.)
error-fault = У нас щось пішло не так; це записано як { $incident }. Спробуйте ще раз.

## Консоль

console-ask = Поставте запитання або введіть /help, щоб побачити команди.
console-keys = Число натискає кнопку з цим числом, Tab доповнює, /language en або ru змінює мову.
console-leave = /quit або Ctrl-D завершує роботу.
console-interrupted = Натисніть Ctrl-C ще раз, щоб вийти.
console-no-page = Далі сторінок немає.
console-form = Відповідайте рядок за рядком: порожній рядок лишає те, що вже є в полі, /cancel закриває форму.
console-form-left = Форму закрито; нічого не збережено.
console-field-holds = Зараз: { $value }
console-field-lines = Можна кілька рядків; рядок із самою крапкою завершує текст.

### Forms and files

open-form = Заповнити форму
error-file-too-large = Файл завеликий: щонайбільше { $limit } МБ.
error-file-unavailable = Не вдалося прочитати файл. Надішліть його ще раз.

### Спільноти й люди

## Їхні команди

language =
    .description = Обрати мову відповідей
    .language = мову або мову вашого застосунку
    .usage = /language uk
privacy =
    .description = Що про вас зберігається і як це стерти
    .usage = /privacy
report =
    .description = Повідомити модераторам, що не так із відповіддю
    .entry = запитання або назву статті
    .what = що не так, своїми словами
    .usage = /report членство в нато
community =
    .description = Що це за спільнота; в особистому чаті — для якої ви працюєте
    .id = спільноту, для якої працювати; її підставляють кнопки
    .usage = /community
settings =
    .description = Мова, часовий пояс, модератори, перевірка й обмеження цієї спільноти
    .setting = налаштування, яке змінити
    .value = нове значення
    .usage = /settings часовий пояс Europe/Kyiv
link =
    .description = Приєднати до цієї спільноти інший чат, у Discord чи Telegram
    .code = код, який дала команда /link в іншому чаті
    .usage = /link ABCDE-23456
unlink =
    .description = Вивести цей чат зі спільноти, до якої його приєднано
    .usage = /unlink
gaps =
    .description = Що запитували учасники й не знайшли відповіді
    .usage = /gaps
audit =
    .description = Хто з модераторів що зробив і коли
    .entry = статтю, дії щодо якої показати
    .usage = /audit членство в нато

option-language = мова
option-what = що
option-id = id
option-setting = налаштування
option-value = значення
option-code = код

## Мова

language-choose = Якою мовою Parley має вам відповідати?
language-chosen = Відтепер вам усюди відповідають українською.
language-own-chosen = Відтепер вам відповідають мовою спільноти або вашого застосунку.

## Налаштування

settings-of = Налаштування: { $community }
settings-choose = Оберіть налаштування, щоб змінити його:
settings-saved = Збережено.
settings-stale = Водночас налаштування змінив інший модератор, тож ваше не збережено. Ось які вони тепер; спробуйте ще раз.
settings-questions-off = Якщо вимкнути журнал, буде вилучено й запитання, збережені досі. Повернути їх не можна.
settings-questions-clear = Вимкнути й вилучити
all-settings = Усі налаштування
setting-now = Зараз:
setting-type = Ввести значення…
setting-language = Мова
setting-language-means = якою мовою відповідати тим, хто не обрав її через /language
setting-language-own = Мова застосунку
setting-timezone = Часовий пояс
setting-timezone-means = за яким часом показувати дати модераторам
setting-timezone-hint = Місто з частиною світу, як-от Europe/Kyiv, або UTC
setting-roles = Ролі модераторів
setting-roles-means = ролі Discord, які модерують, крім тих, хто керує сервером; у Telegram модерують адміністратори
setting-roles-hint = Згадки ролей або їхні id через пробіл, або «нікого»
setting-roles-none = Немає
setting-approvals = Схвалення
setting-approvals-means = чи має погодитися інший модератор, перш ніж текст буде опубліковано
setting-approvals-none = Не потрібне
setting-approvals-one = Потрібне одне
setting-answers = Відповіді
setting-answers-means = хто бачить відповіді у спільному чаті
setting-answers-shared = Усі в чаті
setting-answers-private = Лише той, хто запитав
setting-questions = Журнал запитань
setting-questions-means = чи зберігати для /gaps запитання без відповіді, не вказуючи, хто запитав
setting-questions-on = Увімкнено
setting-questions-off = Вимкнено
setting-cooldown = Пауза
setting-cooldown-means = найменший час між двома запитаннями одного учасника; модераторів не стосується
setting-cooldown-hint = У секундах, від 0 до { $most }
setting-cooldown-none = Немає
setting-cooldown-seconds = { $seconds ->
    [one] { $seconds } секунда
    [few] { $seconds } секунди
   *[other] { $seconds } секунд
}
setting-log = Канал журналу
setting-log-means = де повідомляти про дії модераторів, на очах у всіх, хто там є
setting-log-hint = Канал цієї спільноти: згадка чи id, або «ніде»
setting-log-here = Цей чат
setting-log-none = Ніде
setting-undo = Час на скасування
setting-undo-means = як довго оновлення можна забрати назад після «Опублікувати»
setting-undo-none = Немає
setting-uncertain = Непевні повідомлення
setting-uncertain-means = чи надсилати автоматично ще раз оновлення, яке могло не надійти, бо відповіді не було; тоді воно може прийти двічі
setting-uncertain-on = Надсилати ще раз
setting-uncertain-off = Вирішують модератори
log-opened = Відтепер тут повідомлятиметься, що модератори роблять із Parley.
error-setting-shared = Для спільних знань це налаштування нічого не означає: у них немає власних чатів, ролей чи учасників.
error-setting-language = Одне з: own, en, uk, ru.
error-setting-timezone = Часового поясу «{ $typed }» немає. Напишіть місто з частиною світу, як-от Europe/Kyiv.
error-setting-roles = Напишіть ролі Discord згадками (@роль) або id через пробіл, або «нікого». Самих назв не досить.
error-setting-roles-many = Не більше ніж { $most } ролей, будь ласка.
error-setting-approvals = 0 або 1.
error-setting-answers = «shared» (для всіх) або «private» (особисто).
error-setting-questions = «on» (увімкнено) або «off» (вимкнено).
error-setting-cooldown = Напишіть ціле число секунд, від 0 до { $most }.
error-setting-log = Назвіть канал цієї спільноти згадкою чи id або напишіть «ніде»; у Telegram напишіть «тут» у самому чаті.
error-setting-log-foreign = Цей канал не належить до жодного з чатів цієї спільноти. Спершу приєднайте той чат через /link.
error-setting-log-closed = Parley не може там писати. Дозвольте це й спробуйте ще раз.
error-no-community = Цієї спільноти вже немає.
error-unreachable = Зараз це не вдається зберегти: база даних не відповідає. Спробуйте ще раз трохи згодом.

## Приєднання

link-title = Приєднати інший чат: { $community }
link-how = В іншому чаті, де ви чи інший модератор маєте на це право, напишіть:
link-once = Код діє один раз, протягом { $minutes } хвилин.
link-secret = Цим кодом може скористатися кожен, хто модерує інший чат: нікому більше його не показуйте.
link-join-title = Приєднати цей чат до іншої спільноти?
link-join-what = «{ $chat }» належатиме до спільноти, з якої походить код.
link-join-shares = Тоді чати матимуть спільні статті, налаштування й повідомлення про помилки.
link-join-moderators = Тоді модератори кожного чату модеруватимуть усю спільноту.
link-join-own = Те, що цей чат мав власного, лишиться збереженим і повернеться через /unlink.
link-join = Приєднати
link-joined = Готово: тепер цей чат належить до спільноти { $community }.
link-undo = /unlink виведе його назад.
unlink-title = Вивести чат?
unlink-what = «{ $chat }» більше не належатиме до спільноти { $community }. До нього повернуться статті й налаштування, які були раніше.
unlink-which = Який чат вивести?
unlink-host = Цю спільноту створено для цього чату, і все, що в ній є, лишається тут. Оберіть чат, який вивести:
unlink-now = Вивести
unlinked = Готово: чат знову має власну спільноту, { $community }.
error-only-in-chats = Це діє лише на тому сервері, у тій групі чи в тому каналі, якого стосується.
error-not-linked = Цей чат не приєднано до жодного іншого.
error-link-code = Код недійсний: можливо, у ньому помилка, його вже використано або минуло понад десять хвилин. Новий дає /link в іншому чаті.
error-link-attempts = Забагато неправильних кодів. Спробуйте ще раз через { $minutes ->
    [one] { $minutes } хвилину
    [few] { $minutes } хвилини
   *[other] { $minutes } хвилин
}.

## Яка спільнота

community-here = Це { $community }
community-chats = До неї належать чати:
community-this-chat = цей чат
community-private-why = Чернетки й перевірку зручніше вести в особистому чаті з Parley, де їх більше ніхто не бачить.
community-work = Працювати в особистому чаті
community-title = Для якої спільноти ви працюєте
community-now = Те, що ви тут пишете, — для спільноти
community-now-none = Тут ви не працюєте для жодної спільноти: ви бачите спільні знання, як і всі.
community-now-shared = Те, що ви тут пишете, — для спільних знань, які бачать усі спільноти.
community-choose = Змінити на:
community-how = Якоїсь бракує? Напишіть /community в її чаті й натисніть «Працювати в особистому чаті».
community-stop = Припинити
community-shared = Спільні знання
community-chosen = Відтепер те, що ви пишете особисто, — для спільноти { $community }, доки ви її модеруєте.
community-stopped = Ви більше не працюєте тут для спільноти.
community-other = Змінити
error-not-your-community = Ви не модеруєте цієї спільноти.

## Приватність

privacy-title = Що про вас зберігається
privacy-kept = Під id вашого облікового запису Parley зберігає:
privacy-nothing = Під id вашого облікового запису нічого не зберігається.
privacy-how-long = Усе це лишається, доки ви його не зітрете. Ваші запитання не зберігаються з вашим іменем чи id.
privacy-questions = Запитання без відповіді зберігаються { $days } днів без того, хто запитав, і без імен, чисел, адрес та посилань, наскільки їх можна розпізнати. Модератори можуть це вимкнути.
privacy-platforms = Те, що ви пишете, лишається також у Discord чи Telegram: це справа між вами й ними.
privacy-erase = Стерти мої дані
kept-choices = ваш вибір, як-от мова ({ $count })
kept-drafts = { $count ->
    [one] { $count } чернетка
    [few] { $count } чернетки
   *[other] { $count } чернеток
}
kept-dialogues = { $count ->
    [one] { $count } незаповнена форма
    [few] { $count } незаповнені форми
   *[other] { $count } незаповнених форм
}
kept-revisions = { $count ->
    [one] { $count } текст, який ви написали чи схвалили
    [few] { $count } тексти, які ви написали чи схвалили
   *[other] { $count } текстів, які ви написали чи схвалили
}
kept-reports = { $count ->
    [one] { $count } повідомлення про помилку
    [few] { $count } повідомлення про помилки
   *[other] { $count } повідомлень про помилки
}
kept-votes = { $count ->
    [one] { $count } оцінка відповіді
    [few] { $count } оцінки відповідей
   *[other] { $count } оцінок відповідей
}
kept-acts = { $count ->
    [one] { $count } рядок у журналах модераторів
    [few] { $count } рядки в журналах модераторів
   *[other] { $count } рядків у журналах модераторів
}
erase-title = Стерти ваші дані?
erase-goes = Буде вилучено ваш вибір, оцінки, незаповнені форми й чернетки, а оновлення у ваш особистий чат припиняться.
erase-nameless = Ваше ім’я та id буде прибрано з текстів, повідомлень і журналів.
erase-stays = Самі тексти лишаться: вони належать спільноті.
erase-final = Скасувати це не можна.
erase-now = Стерти
erase-keep = Лишити все
erased = Готово: під id вашого облікового запису більше нічого не зберігається.

## Повідомлення про помилки

report-button = ⚑ Повідомити
report-title = Що не так?
report-what = Що не так із «{ $title }»?
report-field = Що не так
report-hint = Хибний факт, застаріла дата, погане джерело…
report-sent = Дякуємо. Модератори тепер бачать, що ви сказали про «{ $title }».
report-sent-then = Вам повідомлять, чим це закінчилося, якщо вам можна написати.
report-news = Учасник повідомив про помилку: «{ $title }». Модератори побачать подробиці в /review.
report-see = Показати
report-at = Повідомлено { $date }
report-mended = Виправлено
report-fine = Усе правильно
report-comment = Відповісти кількома словами…
report-comment-title = Закрити повідомлення
report-comment-what = Чим це закінчилося і що варто знати тому, хто повідомив?
report-comment-field = Кілька слів тому, хто повідомив
report-outcome = Чим закінчилося
report-settled = Закрито.
report-told = Того, хто повідомив, сповіщено.
report-not-told = Того, хто повідомив, сповістити не вдалося.
report-gone = Це повідомлення вже закрито.
report-outcome-mended = Ви повідомили про помилку в «{ $title }»: її виправлено.
report-outcome-fine = Ви повідомили про помилку в «{ $title }»: модератори перевірили й помилки не знайшли.
report-outcome-thanks = Дякуємо, що читаєте уважно.
reports-title = Незакриті повідомлення: { $count }
reports-none = Незакритих повідомлень немає.
reports-all = Усі повідомлення
error-report-empty = Скажіть, будь ласка, що не так.
error-report-long = Не більше ніж { $limit } символів, будь ласка.
error-reported-already = Ви вже повідомили про це. Модератори перевірять.
error-report-many = У вас тут уже { $most } незакритих повідомлень. Зачекайте, доки модератори розглянуть бодай одне.

## Оцінки й запитання без відповіді

helpful-yes = Дякуємо. Записано: відповідь допомогла.
helpful-no = Дякуємо. Записано: відповідь не допомогла. Що з нею не так?
gaps-title = Запитували й не знайшли відповіді
gaps-note = Зберігається { $days } днів, без того, хто запитав. Оберіть запитання, щоб зробити з нього статтю чи ще одну назву:
gaps-none = Останнім часом ніхто не питав марно.
gaps-off = Запитання тут не зберігаються: журнал вимкнено.
gaps-all = Усі запитання
gap-line = { $question } · { $count }×
gap-title = Запитано { $count ->
    [one] { $count } раз
    [few] { $count } рази
   *[other] { $count } разів
}
gap-more = і ще { $count } іншими словами
gap-last = Востаннє: { $date }
gap-nearest = Найближча стаття: «{ $question }»
gap-outcome-none = відповіді немає
gap-outcome-unsure = «може, щось із цього?»
gap-outcome-unhelpful = відповідь не допомогла
gap-entry = Зробити статтю
gap-alias = Ще одна назва: { $question }
gap-dismiss = Відхилити
gap-dismissed = Відхилено: «{ $question }»
gap-gone = Цих запитань у списку вже немає.

## Журнал дій

audit-title = Дії модераторів ({ $zone })
audit-none = Поки що нічого.
audit-older = Раніше
somebody-erased = хтось, хто стер своє ім’я
act-entry-publish = опубліковано «{ $subject }»
act-entry-approve = схвалено й опубліковано «{ $subject }»
act-entry-submit = надіслано на перевірку «{ $subject }»
act-entry-return = повернуто авторові «{ $subject }»
act-entry-reject = відхилено «{ $subject }»
act-entry-retire = знято з показу «{ $subject }»
act-entry-restore = відновлено «{ $subject }»
act-entries-imported = імпортовано «{ $subject }»
detail-revision = редакція
detail-author = автор
detail-reason = причина
detail-outcome = підсумок
detail-count = запитано разів
detail-wants = мета
detail-retire = зняти з показу
detail-restore = відновити
act-settings-change = змінено налаштування: { $subject }
act-link-code = створено код для приєднання іншого чату
act-link-join = приєднано чат «{ $subject }»
act-link-leave = виведено чат «{ $subject }»
act-report-settle = закрито повідомлення про помилку: «{ $subject }»
act-gap-dismiss = відхилено запитання «{ $subject }»
act-gap-alias = додано ще одну назву: «{ $subject }»

## Обмеження

error-too-fast = Зашвидко. Зачекайте, будь ласка, { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунди
   *[other] { $seconds } секунд
}.

### Форми в Telegram, запитання за запитанням

dialogue-step = запитання { $number } з { $of }
dialogue-now = Зараз:
dialogue-reply = Дайте, будь ласка, відповідь на це повідомлення. Ці слова діють інакше: { $words }
dialogue-ready = На всі запитання є відповідь. Надіслати?
dialogue-keep = Залишити
dialogue-skip = Пропустити
dialogue-done = Готово
dialogue-clear = Лишити порожнім
dialogue-back = Назад
dialogue-cancel = Скасувати
dialogue-send = Надіслати
dialogue-continue = Продовжити
dialogue-required = Це не може бути порожнім.
dialogue-nothing-before = Це перше запитання.
dialogue-left = Ви вийшли з форми. Нічого не збережено.
dialogue-reopen = Відкрити знову
dialogue-none = Тут немає відкритої форми.
dialogue-still-open = Ваша форма «{ $title }» ще відкрита.
dialogue-another-open = Ваша форма «{ $title }» ще відкрита. Продовжити її чи вийти й почати нову?
dialogue-leave = Вийти й почати нову
dialogue-expired = Форма «{ $title }» чекала понад добу, тож її закрито, і це повідомлення не взято за відповідь. Ваші попередні відповіді поки що не втрачено.
dialogue-too-early = Це написано до запитання, тому не взято за відповідь. Якщо це відповідь, надішліть її, будь ласка, ще раз.
dialogue-text-only = Дайте, будь ласка, відповідь текстом.
dialogue-not-yours = Це чужа форма.
dialogue-closed = Цю форму закрито.
dialogue-answered = Це запитання вже неактуальне.
dialogue-not-taken = Вашу відповідь не взято. Форма «{ $title }» лишається відкритою.
dialogue-elsewhere = Ця форма належить іншій спільноті, не тій, для якої ви зараз працюєте.

### Приватний чат із ботом, якщо дивитися з групи Telegram

private-sent = Повідомлення надіслано вам у приватний чат.
private-open = Відкрити приватний чат
private-start = Це лише для вас. Натисніть кнопку, а потім «Почати»: продовжимо там.
private-button = Це не для всіх присутніх. Натисніть кнопку, і бот напише вам приватно.
private-go-on = Продовжити приватно

### Authoring

entry =
    .description = Писати, змінювати, вилучати й відновлювати статті
entry-add =
    .description = Написати нову статтю
    .question = запитання, якщо воно вже є
    .language = мова, якою ви пишете
    .usage = /entry add Коли наступні переговори?
    .menu = Додати як статтю
entry-edit =
    .description = Змінити або перекласти статтю чи позицію
    .entry = запитання або назва статті
    .language = мова, якою змінити чи на яку перекласти
    .usage = /entry edit членство в НАТО
entry-position =
    .description = Написати або змінити позицію сторони щодо теми
    .party = сторона, чия це позиція
    .topic = тема позиції
    .language = мова, якою ви пишете
    .usage = /entry position росія нато
entry-retire =
    .description = Вилучити статтю чи позицію: учасники її більше не бачитимуть
    .entry = запитання або назва статті
    .reason = чому; це видно в історії
    .usage = /entry retire членство в НАТО
entry-restore =
    .description = Повернути вилучене або попередній текст
    .entry = запитання або назва статті
    .revision = номер версії, яку повернути
    .usage = /entry restore nato-membership
entry-list =
    .description = Власні, приховані й вилучені статті спільноти та ваші чернетки
    .show = що показати: свої, приховані, вилучені або чернетки
    .usage = /entry list чернетки
review =
    .description = Що чекає на модератора: чернетки, строки перегляду, скарги
    .usage = /review
history =
    .description = Коли й чому змінилася стаття
    .entry = запитання або назва статті
    .revision = номер версії, яку показати
    .against = номер версії, з якою порівняти
    .usage = /history членство в НАТО
option-reason = причина
option-revision = версія
option-show = показати
option-against = порівняти

field-question = Запитання
field-answer = Відповідь
field-sources = Джерела
field-asof = Станом на (дата)
field-topics = Теми
field-aliases = Інші формулювання
field-parties = Сторони
field-related = Пов’язані статті
field-reviewby = Переглянути (дата)
field-reason = Причина
field-stance = Позиція кількома словами
field-wants = Чого прагне
field-reasons = Причини, які називає
field-redlines = Червоні лінії
field-comment = Що варто знати авторові
hint-question = Так, як запитали б учасники; щонайбільше 200 символів
hint-answer = Перший абзац — коротка відповідь, далі — подробиці. Markdown
hint-sources = По одному в рядку: посилання | назва | видавець | дата, або назва відомого джерела
hint-asof = На коли це правда: 2026-11-24, 2026-11, 2026 або «без дати»
hint-aliases = По одному в рядку: слова, які теж мають вести сюди
hint-related = По одній у рядку: запитання або назва статті
hint-reviewby = Після цього дня читачам скажуть, що текст міг застаріти: 2027-02-28
hint-reason = Чому змінюється; учасники бачать це в історії
hint-stance = Для таблиць; щонайбільше 40 символів
hint-wants = Завжди з посиланням на те, хто каже: «Заявляє, що…». Markdown
hint-not-in-source = Залиште порожнім, якщо в джерелі цього немає
form-new = Нова стаття
form-edit = Змінити статтю
form-position = Позиція сторони
form-translate = Переклад: { $language }
form-for = Для спільноти «{ $community }». До публікації чи надсилання на перевірку цього ніхто не бачить.
problem-empty = порожньо. Заповніть, будь ласка.
problem-too-long = символів — { $length }, а можна щонайбільше { $limit }. Скоротіть, будь ласка.
problem-too-many = забагато; можна щонайбільше { $limit }. Приберіть зайві.
problem-marks = на деяких літерах нагромаджено знаки. Введіть їх заново.
problem-markup = розмітка, якої Parley не приймає: «{ $line }». Можна абзаци, заголовки, прості списки, цитати, таблиці, жирний, курсив, код і посилання https://.
problem-nested = розмітка вкладена надто глибоко. Приберіть більшість знаків * і _.
problem-lead = почніть з абзацу, у якому головне сказано коротко.
problem-no-letters = у «{ $name }» немає ні літер, ні цифр. Напишіть словами.
problem-name-taken = «{ $name }» вже веде до «{ $entry }». Сформулюйте інакше або змініть ту статтю.
problem-name-alike = «{ $name }» виглядає так само, як «{ $entry }», але має літери іншої абетки. Введіть заново або сформулюйте інакше.
problem-related = статті «{ $typed }» немає. Напишіть запитання або назву наявної.
problem-choice = «{ $typed }» немає серед варіантів.
problem-no-source = кожному тексту потрібне джерело: Parley не показує того, чого не можна перевірити. Додайте посилання або назву відомого джерела.
problem-source-unknown = джерело «{ $typed }» тут не відоме. Напишіть посилання або назву | видавця | дату.
problem-source-link = «{ $typed }» — не посилання, яке може відкрити кожен.
problem-source-long = «{ $typed }» задовге для джерела. Залиште посилання, назву, видавця й дату.
warning-source-title = для «{ $typed }» не вказано назви, тож буде показано адресу.
problem-date-missing = вкажіть, на коли це правда: 2026-11-24, 2026-11, 2026 або «без дати», якщо в джерелі дати немає.
problem-date = «{ $typed }» — не дата. Напишіть 2026-11-24, 2026-11, 2026 або «без дати».
problem-date-future = { $typed } — це в майбутньому. Напишіть дату того, про що каже джерело.
problem-review-day = «{ $typed }» — не день. Напишіть рік, місяць і день: 2027-02-28.
problem-review-past = { $typed } — не пізніше за сьогодні. Оберіть пізніший день.
problem-untranslated = це досі текст оригіналу. Перекладіть його, будь ласка.
draft-preview = Попередній перегляд: так це побачать учасники спільноти «{ $community }».
draft-unsound = Ще не готово
draft-kept = Те, що ви написали, збережено як чернетку.
draft-untitled = без назви
draft-publish = ✅ Опублікувати
draft-send = 📨 Надіслати на перевірку
draft-edit = ✏️ Змінити
draft-details = Подробиці
draft-wording = Зміст той самий
draft-meaning = Зміст змінюється
draft-discard = 🗑 Відкинути
draft-discard-sure = Відкинути чернетку «{ $title }»? Повернути її не можна буде.
draft-discard-yes = Так, відкинути
draft-keep = Залишити
draft-discarded = Чернетку відкинуто.
draft-open = Відкрити чернетку
draft-approve = ✅ Схвалити й опублікувати
draft-return = ↩ Повернути з коментарем
draft-reject = ✖ Відхилити
draft-rebase = ✏️ Продовжити на чинному тексті
draft-sent = «{ $title }» тепер чекає на іншого модератора.
draft-waits = Це чекає на іншого модератора. Якщо змінити текст, його треба надіслати знову.
draft-was-changed = Нічого не зроблено: чернетка змінилася відтоді, як з’явилася та кнопка. Ось вона зараз.
draft-stale = Хтось інший уже змінив цей текст
draft-stale-mine = Ваших змін не опубліковано, але нічого з написаного не втрачено. Подивіться, що змінилося, і продовжуйте.
draft-stale-review = Чернетку зроблено зі старішого тексту. Поверніть її авторові, щоб переніс зміни на чинний.
draft-returned = Повернуто вам:
draft-given-back = Чернетку повернуто авторові.
draft-rejected = Чернетку відхилено й вилучено.
author-told = Авторові повідомлено.
author-not-told = Авторові не вдалося написати особисто: повідомте самі, будь ласка.
draft-retires = Це вилучить «{ $title }»: учасники більше не бачитимуть цього тексту.
draft-restores = Це поверне «{ $title }».
draft-falls-behind = Зміст оригіналу змінюється, тож до нового перекладу не показуватимуться: { $languages }.
draft-is-wording = Змінюється лише формулювання: переклади залишаються.
difference-none = Слова не відрізняються.
difference-now = Що змінюється
difference-theirs = Що змінили без вас
difference-yours = Що змінить ваш текст тепер
done-write = «{ $title }» опубліковано. Учасники вже можуть це знайти.
done-retire = «{ $title }» вилучено. Учасники цього більше не бачать.
done-restore = «{ $title }» повернуто. Учасники знову це бачать.
show-it = Показати
retire-title = Вилучити
retire-why = Чому «{ $title }» більше не показувати?
return-title = Повернути чернетку
return-why = Що має змінити автор?
reject-title = Відхилити чернетку
reject-why = Чому цього не можна опублікувати?
restored-from = Відновлено з версії { $number }
alias-reason = Запитують також: { $alias }
told-approved = Ваш текст «{ $title }» схвалено й опубліковано в спільноті «{ $community }».
told-approved-retire = Вилучення «{ $title }» схвалено: учасники спільноти «{ $community }» цього більше не бачать.
told-approved-restore = Повернення «{ $title }» схвалено: учасники спільноти «{ $community }» знову це бачать.
told-returned = Ваш текст «{ $title }» для спільноти «{ $community }» повернуто з коментарем:
told-returned-then = Змініть його й надішліть знову. Він є також у /review.
told-rejected = Ваш текст «{ $title }» для спільноти «{ $community }» відхилено:
told-written = Що ви написали
review-title = Що чекає на вас
review-nothing = Нічого не чекає. ✨
review-open = Перевірка
review-waiting = На схвалення
review-returned = Повернуто вам
review-own = Ваші, чекають на іншого модератора
review-overdue = Строк перегляду минув
review-behind = Переклади, що відстали від оригіналу
review-reports = Скарги: { $count }
review-drafts = Мої чернетки
review-of = На перевірку: { $title }
review-by = Автор: { $name }. { $reason }
review-by-silent = Автор: { $name }. Причини не вказано
intent-retire = Вилучити
intent-restore = Повернути
list-own = Власні тексти
list-hidden = Приховані спільні тексти
list-retired = Вилучені тексти
list-drafts = Мої чернетки в роботі
list-nothing = Таких немає.
list-restore = Оберіть, що повернути:
entry-add-one = ➕ Нова стаття
entry-edit-it = ✏️ Змінити це
entry-retire-it = Вилучити це
entry-restore-it = ↩ Повернути це
entry-restore-shared = Знову показувати спільний текст
history-of = Історія: { $title }
history-open = Історія
history-retired = Це вилучено: учасники цього не бачать.
history-last = Востаннє змінено: { $date }.
history-last-reason = Востаннє змінено: { $date }. { $reason }
history-count = { $count ->
    [one] Усього { $count } версія.
    [few] Усього { $count } версії.
   *[many] Усього { $count } версій.
}
history-choose = Оберіть версію, щоб побачити, що змінилося:
history-content = Це спільний текст, версія вмісту { $number }.
history-over = Показується замість спільного тексту (версія вмісту { $number }).
history-compared = Що змінилося: { $from } → { $to }
revision-number = версія { $number }
revision-shared = спільний текст
revision-write = написано
revision-retire = вилучено
revision-restore = повернуто
revision-approved = { $author }, схвалення: { $reviewer }
revision-restore-it = ↩ Повернути версію { $number }
revision-against-latest = Порівняти з останньою
error-draft-gone = Такої чернетки тут уже немає: її опублікували, відкинули чи відхилили, або вона належить іншій спільноті.
error-draft-changed = Чернетка відтоді змінилася. Відкрийте її знову через /review.
error-drafts-many = У вас уже { $limit } чернеток, більше не можна. Опублікуйте або відкиньте зайві: /entry list чернетки
error-needs-review = У цій спільноті має погодитися інший модератор. Надішліть текст на перевірку.
error-own-draft = Це ваш власний текст: рішення має ухвалити інший модератор.
error-name-taken = «{ $name }» уже веде до іншої статті: { $entry }. Спершу перейменуйте одну з двох.
error-retired = Це вилучено. Спершу поверніть: /entry restore
error-retired-already = Це вже вилучено.
error-live = Це й так показується. Щоб повернути попередній текст, оберіть його в /history.
error-restore-same = Це і є чинний текст.
error-no-revision = Версії { $number } немає. Усі є в /history.
error-changed-meanwhile = Хтось інший щойно це змінив. Перегляньте й спробуйте ще раз.
error-reason-empty = Вкажіть, чому: це має бути зрозуміло з історії.
error-comment-empty = Напишіть щось авторові, будь ласка.
error-comment-long = Задовго. Не більше ніж { $limit } символів, будь ласка.

### Імпорт та експорт

entry-export =
    .description = Надіслати статті й позиції цієї спільноти файлом
    .format = zip із файлами Markdown або json
    .what = свої або усі, які бачить ця спільнота
    .usage = /entry export zip свої
entry-import =
    .description = Прочитати статті й позиції з файлу; спершу показує, що зміниться
    .file = zip чи JSON, як від /entry export, або один файл .md
    .usage = /entry import
option-format = формат
option-file = файл

kept-imports = { $count ->
    [one] { $count } імпорт, що чекає
    [few] { $count } імпорти, що чекають
   *[other] { $count } імпортів, що чекають
}
act-import-submit = надіслано на перевірку імпорт «{ $subject }»
act-import-reject = відхилено імпорт «{ $subject }»
detail-texts = текстів
detail-added = нових
detail-changed = змінено
detail-restored = повернуто
export-done = { $count ->
    [one] { $count } текст спільноти «{ $community }». Його прочитає кожен, хто матиме файл.
    [few] { $count } тексти спільноти «{ $community }». Їх прочитає кожен, хто матиме файл.
   *[other] { $count } текстів спільноти «{ $community }». Їх прочитає кожен, хто матиме файл.
}
export-nothing = У спільноти «{ $community }» ще немає власних текстів.
export-all = Експортувати все, що вона бачить
import-of = Імпорт: { $file }
import-by = Хто надіслав: { $name }
import-nothing = { $count ->
    [one] Нічого не зміниться: { $count } текст із цього файлу вже є тут слово в слово.
    [few] Нічого не зміниться: усі { $count } тексти з цього файлу вже є тут слово в слово.
   *[other] Нічого не зміниться: усі { $count } текстів із цього файлу вже є тут слово в слово.
}
import-unchanged = { $count ->
    [one] Ще { $count } текст із файлу вже є тут слово в слово.
    [few] Ще { $count } тексти з файлу вже є тут слово в слово.
   *[other] Ще { $count } текстів із файлу вже є тут слово в слово.
}
import-adds = Нові
import-changes = Зміняться
import-restores = Повернуться
import-added = { $count ->
    [one] { $count } новий текст
    [few] { $count } нові тексти
   *[other] { $count } нових текстів
}
import-changed = { $count ->
    [one] { $count } змінений текст
    [few] { $count } змінені тексти
   *[other] { $count } змінених текстів
}
import-restored = { $count ->
    [one] { $count } повернутий текст
    [few] { $count } повернуті тексти
   *[other] { $count } повернутих текстів
}
import-is-new = Такого тексту тут ще немає.
import-is-changed = Цей текст уже є й зміниться:
import-is-restored = Цей текст вилучено чи приховано, і він повернеться:
import-waits = Це чекає на іншого модератора.
import-stale = Нічого не імпортовано: хтось інший тим часом змінив ці тексти.
import-stale-then = Порівняйте знову, щоб побачити, що файл змінить тепер.
import-apply = ✅ Імпортувати все
import-approve = ✅ Схвалити й імпортувати
import-again = 🔍 Порівняти знову
import-back = До імпорту
import-done = Імпортовано. Учасники вже можуть це знайти:
import-discarded = Імпорт відкинуто. Нічого не змінено.
import-reason = Імпортовано з файлу
import-line = { $file } ({ $count }), надсилає { $name }
import-line-own = { $file } ({ $count }), ваш
import-problems = { $count ->
    [one] Нічого не імпортовано: { $count } проблема
    [few] Нічого не імпортовано: { $count } проблеми
   *[other] Нічого не імпортовано: { $count } проблем
}
import-problems-more = { $count ->
    [one] Ще { $count } — у файлі нижче.
    [few] Ще { $count } — у файлі нижче.
   *[other] Ще { $count } — у файлі нижче.
}
import-problems-then = Виправте файл і надішліть його знову: імпортується або все, або нічого.
import-broken = Цей архів пошкоджено, або той самий файл у ньому двічі. Запакуйте знову у zip.
import-too-large = Це більше, ніж Parley читає за раз: { $files } файлів, по { $file } КБ і разом { $unpacked } МБ. Поділіть, будь ласка.
import-too-many = Текстів у файлі — { $count }, а за раз можна щонайбільше { $limit }. Поділіть, будь ласка.
import-not-text = «{ $file }» — не текст UTF-8. Збережіть його як UTF-8: більшість редакторів пропонує це в «Зберегти як».
import-unknown = Такого файлу Parley не читає. Надішліть zip чи JSON, як від /entry export, або один файл .md.
import-review = Імпорти
problem-source-other = «{ $id }» вже позначає інше джерело. Дайте своєму інший id.
problem-twice = це є у файлі двічі. Приберіть один із двох текстів.
told-import-applied = Ваш імпорт «{ $file }» схвалено й імпортовано в спільноті «{ $community }».
told-import-rejected = Ваш імпорт «{ $file }» для спільноти «{ $community }» відхилено. Нічого не змінено.
error-import-gone = Такого імпорту тут уже немає: його виконали, відкинули чи порівняли знову, йому понад тиждень, або він належить іншій спільноті.
error-imports-many = У цій спільноті вже чекає { $limit } імпортів, більше не можна. Спершу виконайте або відкиньте один: /review
error-own-import = Це ваш власний імпорт: рішення має ухвалити інший модератор.
error-import-busy = Для цієї спільноти саме читається інший файл. Надішліть свій за хвилину.

## Розклади

error-rule-seconds = У правилі п’ять полів, без секунд: хвилина, година, день місяця, місяць, день тижня. Наприклад: 0 9 * * 1-5
error-rule-fields = У правилі п’ять полів через пробіл: хвилина, година, день місяця, місяць, день тижня. У вашому їх { $count }. Наприклад: 0 9 * * 1-5
error-rule-field = «{ $typed }» не годиться як { $field ->
    [minute] хвилина (0–59).
    [hour] година (0–23).
    [dayOfMonth] день місяця (1–31 або L, тобто останній).
    [month] місяць (1–12 або JAN–DEC).
   *[dayOfWeek] день тижня (0–6 від неділі або SUN–SAT).
}
error-rule-often = Це частіше ніж раз на годину. Вкажіть лише одну хвилину, як-от 0 або 30.
error-rule-never = Це ніколи не спрацює: у жодному з цих місяців немає такого дня. L означає останній день місяця.

## Чому кудись нічого не можна надіслати; кожен текст — окреме речення

right-view-channel = Parley не має там дозволу «Переглядати канал» (View Channel).
right-send-messages = Parley не має там дозволу «Надсилати повідомлення» (Send Messages).
right-send-messages-in-threads = Parley не має там дозволу «Надсилати повідомлення в гілках» (Send Messages in Threads).
right-write-in-group = Parley не може надсилати повідомлення в тій групі: дозвольте це або зробіть його адміністратором.
right-post-in-channel = Parley не є адміністратором того каналу з правом «Публікація повідомлень».
place-gone = Такого каналу чи чату вже немає.
place-left = Parley там уже не учасник: додайте його знову.
place-forbidden = Parley не має туди доступу або права там писати.
place-kind = Туди оновлення надсилати не можна. Виберіть текстовий канал, канал оголошень, гілку або допис на форумі.
place-forum = У самому форумі повідомлень не буває. Виберіть допис у ньому.
place-locked = Ту гілку заблоковано: розблокуйте її або дайте Parley дозвіл «Керувати гілками» (Manage Threads).
place-timeout = Parley на тому сервері в тайм-ауті.
place-no-messages = Discord не дає Parley писати в той особистий чат: дозвольте особисті повідомлення від учасників сервера, на якому є Parley.
place-blocked = Особистий чат із Parley зупинено: запустіть його там знову.
place-not-started = Особистий чат із Parley ще не розпочато: відкрийте його й натисніть «Почати».
place-topic-closed = Ту тему закрито: відкрийте її знову або дозвольте Parley керувати темами.
place-topic-gone = Такої теми вже немає.

### Підписка на оновлення

subscribe =
    .description = Надсилати оновлення в чат чи канал або вам особисто
    .where = канал, чат чи посилання; без цього — тут; «мені» для особистого чату
    .topics = лише оновлення на ці теми
    .parties = лише оновлення про ці сторони
    .importance = усі оновлення чи лише термінові
    .when = одразу чи зібрані в дайджест
    .time = для дайджесту: час доби або правило cron
    .day = для щотижневого дайджесту: день
    .zone = часовий пояс, як-от Europe/Kyiv
    .language = мова оновлень
    .quiet = години, коли нічого не надсилати, як-от 22:00-07:00, або off
    .silent = чи надсилати без звуку
    .crosspost = чи публікувати далі в каналах, що стежать за каналом оголошень
    .usage = /subscribe щодня 9:00 Kyiv
subscriptions =
    .description = Куди надсилаються оновлення, коли надійшло останнє й коли буде наступне
    .usage = /subscriptions
unsubscribe =
    .description = Припинити оновлення в чаті чи каналі або вам особисто
    .where = канал, чат чи посилання; без цього — тут; «мені» для особистого чату
    .usage = /unsubscribe

option-where = куди
option-topics = теми
option-importance = важливість
option-when = коли
option-day = день
option-time = час
option-zone = пояс
option-quiet = тиша
option-silent = беззвучно
option-crosspost = поширення

where-here = сюди
where-me = мені особисто
try-again = 🔄 Спробувати ще раз
subscribed = ✅ Підписано. Усе можна змінити нижче.
subscribe-already = Це вже підписано.
subscribe-changed = Змінено.
subscribe-partly = Цього не вдалося зрозуміти, тож тут усе лишається, як було:
subscribe-waits = Підписку збережено, але нічого ще не надсилається, бо цього не вдалося зрозуміти:
subscribe-but = ✅ Підписано, крім того, чого не вдалося зрозуміти:
subscribe-here = 🔔 Надсилати сюди
subscribe-me = 🔔 Мені особисто
subscribe-again = 🔔 Підписати знову
subscriptions-title = Куди надсилаються оновлення
subscriptions-choose = Оберіть підписку, щоб побачити, як вона працює, або змінити її:
subscriptions-none = Немає жодної, яку ви могли б змінити.
subscriptions-all = Усі підписки
subscription-of = Оновлення: { $place }
subscription-private = ваш особистий чат
subscription-when = Коли
subscription-day = День тижня
subscription-time = Час доби або правило cron
subscription-instant = одразу
subscription-daily = щодня о { $time }
subscription-weekdays = з понеділка до п’ятниці о { $time }
subscription-weekly = { $day ->
    [0] щонеділі
    [1] щопонеділка
    [2] щовівторка
    [3] щосереди
    [4] щочетверга
    [5] щоп’ятниці
   *[6] щосуботи
} о { $time }
subscription-custom = за правилом { $rule }
subscription-importance = Які оновлення
subscription-importance-all = усі
subscription-importance-breaking = лише термінові
subscription-all-topics = усі
subscription-all-parties = усі
subscription-quiet = Години тиші
subscription-quiet-all = з { $from } до { $to }
subscription-quiet-but = з { $from } до { $to }, крім термінових
subscription-quiet-none = немає
subscription-passes = Термінові оновлення надходять попри тишу
subscription-silently = Без звуку
subscription-sound = Звук
subscription-silent = вимкнено
subscription-loud = увімкнено
subscription-crosspost = Публікувати в каналах, що стежать
subscription-paused = ⏸ Призупинено.
subscription-paused-person = Це зроблено вручну.
subscription-paused-since = З { $date }
subscription-unfinished = Нічого не надсилається, доки не вказано, коли.
subscription-never = Ще нічого не надіслано.
subscription-shared-only = Особисто надходять оновлення, спільні для всіх спільнот, а не ті, що стосуються лише одного сервера чи групи.
subscription-last = Востаннє надіслано: { $date }.
subscription-next = Наступне надсилання: { $date }.
subscription-change-what = Що надсилати
subscription-change-when = Коли надсилати
subscription-change-quiet = Тиша і звук
subscription-pause = ⏸ Призупинити
subscription-resume = ▶ Відновити
subscription-test = Перевірити
subscription-preview = Попередній перегляд
subscription-end = Відписати
subscription-back = Назад до підписки
subscription-mend-when = ✏️ Виправити час
subscription-mend-quiet = ✏️ Виправити години тиші
subscription-saved = Збережено.
subscription-now-paused = Призупинено: нічого не надсилається, доки ви не відновите.
subscription-resumed = Оновлення туди знову надсилаються.
subscription-tested = Пробне повідомлення надіслано.
subscription-end-sure = Більше не надсилати туди оновлень? ({ $place })
subscription-end-yes = Так, відписати
subscription-keep = Залишити
subscription-ended = Оновлень більше не буде: { $place }
subscription-ended-still = Надіслане й далі виправлятиметься, якщо виявиться хибним.
hint-all-topics = Нічого не обрано — усі теми
hint-all-parties = Нічого не обрано — усі сторони
hint-subscription-day = Для щотижневого дайджесту
hint-subscription-time = Як-от 9:00; для правила cron — п’ять полів, як-от 0 9 * * 1-5
hint-subscription-quiet = Як-от 22:00-07:00; «off», якщо їх немає
hint-subscription-crosspost = Лише для каналів оголошень
problem-time = «{ $typed }» — це не час доби. Напишіть його так: 9:00 або 21:30.
problem-time-missing = скажіть, о котрій годині, як-от 9:00.
problem-rule-missing = напишіть правило cron із п’яти полів, як-от 0 9 * * 1-5.
problem-quiet = «{ $typed }» не вдалося зрозуміти. Напишіть, з котрої до котрої години, як-от 22:00-07:00, або «off».
preview-digest = Якби наступний дайджест надійшов зараз ({ $place }):
preview-latest = Останнє оновлення, яке б надійшло ({ $place }):
preview-empty = Нового немає, а порожній дайджест не надсилається.
preview-none = Ще немає жодного.
test-title = Перевірка
test-text = Так сюди надходять оновлення про мирні переговори.
test-note = Нічого не сталося. Хтось, хто може це змінювати, хотів побачити, чи доходять повідомлення.
told-paused = Оновлення більше не вдається надсилати в «{ $place }», тож їх призупинено. { $reason }
told-paused-then = Щойно це буде виправлено, вони продовжаться — самі або після натискання кнопки, — і надійде пропущене за останні 24 години.
told-resumed = Оновлення знову надсилаються в «{ $place }».
act-subscription-add = підписано «{ $subject }» на оновлення
act-subscription-change = змінено оновлення для «{ $subject }»
act-subscription-pause = призупинено оновлення для «{ $subject }»
act-subscription-resume = відновлено оновлення для «{ $subject }»
act-subscription-end = відписано «{ $subject }» від оновлень
kept-subscriptions = { $count ->
    [one] { $count } підписка на оновлення
    [few] { $count } підписки на оновлення
   *[other] { $count } підписок на оновлення
}
kept-updates = { $count ->
    [one] { $count } текст оновлення, який ви написали чи схвалили
    [few] { $count } тексти оновлень, які ви написали чи схвалили
   *[other] { $count } текстів оновлень, які ви написали чи схвалили
}
error-subscribe-platform = Сюди оновлення надсилати не можна: вони надходять у Discord і Telegram.
error-subscribe-where = «{ $typed }» не називає жодного місця. Напишіть згадку, id чи посилання на канал, @назву каналу в Telegram, «тут» або «мені» для особистого чату.
error-subscribe-nowhere = Parley не може сам писати сюди. Назвіть канал чи чат або напишіть «мені» для особистого чату.
error-subscribe-moderators = Що надсилати сюди, обирають модератори цього чату.
error-subscribe-foreign = Це не належить до чатів цієї спільноти, які ви модеруєте. Parley має бути там учасником; /link приєднує чат до цієї спільноти.
error-subscribe-person = Ви пишете від імені чату, а особистого чату в нього немає. Напишіть /subscribe в особистому чаті з Parley.
error-not-subscribed = Туди оновлення не надсилаються. Куди надсилаються — показує /subscriptions.
error-subscription-gone = Такої підписки, яку ви могли б змінити, немає. Наявні показує /subscriptions.
error-subscription-changed = Тим часом це хтось змінив, тож ваше не збережено. Ось як воно тепер; спробуйте ще раз.
error-place-unfit = Надсилати туди оновлення поки що не можна. { $missing }
error-private-unfit = Parley поки що не може писати вам особисто. { $missing }
error-place-silent = Платформа зараз не відповідає. Спробуйте ще раз трохи згодом.
error-no-crosspost = Лише за каналами оголошень у Discord стежать інші канали.
error-test-wait = Платформа просить зачекати. Спробуйте ще раз через { $minutes ->
    [one] { $minutes } хвилину
    [few] { $minutes } хвилини
   *[other] { $minutes } хвилин
}.
error-test-gone = Пробне повідомлення надіслати не вдалося, тож оновлення призупинено. { $missing }
error-test-unknown = Зв’язок обірвався: пробне повідомлення могло надійти або ні. Погляньте там.
error-test-refused = Платформа відхилила пробне повідомлення: { $reason }

### Оновлення

update =
    .description = Публікувати, виправляти й відкликати оновлення для всіх підписаних
update-post =
    .description = Опублікувати оновлення: форма, попередній перегляд, час на роздуми
    .title = що сталося, одним рядком; решту запитає форма
    .language = мова, якою ви пишете
    .usage = /update post Переговори відновлюються в Женеві
update-edit =
    .description = Виправити чи перекласти надіслане оновлення: змінюються всі копії
    .update = назва оновлення або кілька слів із неї
    .language = мова, якою писати
    .usage = /update edit переговори відновлюються
update-retract =
    .description = Відкликати оновлення: замість копій буде повідомлення з причиною
    .update = назва оновлення
    .reason = чому його відкликано; читачі це побачать
    .usage = /update retract Переговори відновлюються в Женеві
update-list =
    .description = Оновлення цієї спільноти та ваші чернетки
    .usage = /update list
update-status =
    .description = Скільки вже доставлено, наживо; останнє, якщо не назвати іншого
    .update = назва оновлення або кілька слів із неї
    .usage = /update status переговори відновлюються
latest =
    .description = Останні оновлення, за бажанням на одну тему
    .topic = тема, на яку показати оновлення
    .as = зображенням чи текстом
    .usage = /latest НАТО
option-title = назва
option-update = оновлення

all-updates = Усі оновлення
update-breaking = 🔴 Терміново: { $title }
update-shown-in = Ще не перекладено: показано мовою оригіналу ({ $language }).
update-published = Опубліковано: { $date }.
update-corrected = ✏️ Виправлено { $date }: { $reason }
update-retracted = Відкликано
update-retracted-why = Відкликано { $date }: { $reason }
update-follows = Це виправляє попереднє повідомлення тут, яке вже не можна змінити.
update-follows-retracted = Це стосується попереднього повідомлення тут, яке вже не можна змінити.
update-line-retracted = ✖ Відкликано: { $title }
update-line-pending = ⏳ { $title } — ще не надіслано
latest-title = Останні оновлення
latest-on = Останні оновлення: { $topic }
latest-none = Оновлень ще немає.
digest-title = { $count ->
    [one] { $count } оновлення
    [few] { $count } оновлення
   *[other] { $count } оновлень
}
digest-other = Інше
digest-also = А також
digest-more = І ще { $count } — під кнопкою «Усі оновлення».

field-title = Назва
field-text = Текст
field-correction = Що виправлено
field-importance = Важливість
field-outdates = Що через це застаріло
hint-title = Що сталося, одним рядком; щонайбільше 200 символів
hint-text = Перший абзац — головне коротко. Вказуйте, хто це каже. Markdown, щонайбільше 3000 символів
hint-correction = Читачі побачать: «Виправлено: …». Залиште порожнім, якщо зміст той самий
hint-importance = Термінове надсилається першим і може надійти в тихі години
hint-outdates = По одній у рядку: стаття або сторона/тема, що вже не відповідає дійсності; потрапить у /review
hint-retract = Це побачить кожен читач
form-update-new = Нове оновлення
form-update-edit = Виправити оновлення
problem-no-correction = скажіть кількома словами, що виправлено: читачі це побачать. Якщо зміст той самий, натисніть відповідну кнопку.
problem-outdates = статті чи позиції «{ $typed }» немає. Напишіть запитання або назву статті чи сторону/тему.
problem-one-message = разом із джерелами це задовге для одного повідомлення, а оновлення надсилається одним. Скоротіть, будь ласка.
problem-update-retracted = це оновлення тим часом відкликали, тож виправити його вже не можна. Опублікуйте нове.
update-preview = Попередній перегляд: так це побачать читачі. Від кого: { $community }.
update-audience = { $count ->
    [0] На таке ще ніхто не підписаний. Оновлення буде видно в /latest.
   *[other] Його отримають підписані чати й канали: { $count }.
}
update-undo-window = { $seconds ->
    [one] Після «Опублікувати» його можна забрати назад протягом { $seconds } секунди.
   *[other] Після «Опублікувати» його можна забрати назад протягом { $seconds } секунд.
}
update-changes-copies = Буде змінено кожну надіслану копію.
update-undo = ↩ Забрати назад
update-edit-it = ✏️ Виправити
update-retract-it = ✖ Відкликати
update-post-one = ➕ Нове оновлення
updates-own = Оновлення
update-list-open = Усі оновлення спільноти
update-draft-line = Оновлення: { $title }
update-which = Яке саме?
update-retract-title = Відкликати оновлення
update-retract-why = Чому відкликаєте «{ $title }»? Замість кожної копії буде повідомлення з причиною.
done-update-edit = Готово: усі копії змінюються.
done-update-retract = Замість копій з’являється повідомлення.
status-delivered = доставлено
status-waiting = чекає
status-held = призупинено
status-failed = не вдалося
status-uncertain = невідомо
status-pending = { $seconds ->
    [one] Буде надіслано за { $seconds } секунду. Доти можна забрати назад.
    [few] Буде надіслано за { $seconds } секунди. Доти можна забрати назад.
   *[other] Буде надіслано за { $seconds } секунд. Доти можна забрати назад.
}
status-due = Надсилається.
status-under-way = Ще в дорозі…
status-corrected = Виправлено { $date } (версія { $number }).
status-nobody = На таке ще ніхто не підписаний. Оновлення видно в /latest.
status-reasons = Чому
status-next = Наступна спроба: { $date }
delivery-rate-limit = платформа просить зачекати
delivery-quiet-hours = там тихі години
delivery-interrupted = Parley зупинили під час надсилання
delivery-moved = у чату тепер інший ідентифікатор
delivery-fault = помилка самого Parley, записана в журнал
status-resend-failed = 🔁 Надіслати знову, де не вдалося
status-resend-uncertain = 🔁 Надіслати знову, де невідомо
status-resent = { $count ->
    [0] Надсилати знову нічого.
   *[other] Надсилається знову: { $count }.
}
announce-it = 📢 Повідомити про зміну
announce-title = Змінено: { $title }
announce-new = Нове: { $title }
announce-lead = Текст «{ $title }» змінився.
announce-new-lead = З’явився новий текст: «{ $title }».
announce-was = Було: { $text }
announce-now = Стало: { $text }
review-outdated = Застаріло через оновлення
outdated-by = Згідно з цим оновленням це вже не відповідає дійсності: { $title }
outdated-then = Змініть текст або підтвердьте, що він досі правильний. Тоді він зникне з цього списку.
outdated-fine = ✅ Досі правильно
outdated-update = Показати оновлення
outdated-settled = «{ $title }» досі правильно.
detail-which = що саме
act-update-post = опубліковано оновлення «{ $subject }»
act-update-approve = схвалено й опубліковано оновлення «{ $subject }»
act-update-edit = виправлено оновлення «{ $subject }»
act-update-retract = відкликано оновлення «{ $subject }»
act-update-undo = забрано назад до надсилання оновлення «{ $subject }»
act-update-submit = надіслано на перевірку оновлення «{ $subject }»
act-update-return = повернуто авторові оновлення «{ $subject }»
act-update-reject = відхилено оновлення «{ $subject }»
act-update-resend = надіслано знову оновлення «{ $subject }»
act-update-settle = підтверджено після оновлення: «{ $subject }» досі правильно
error-no-update = Оновлення «{ $typed }» тут немає. Усі є в /latest.
error-no-updates = Оновлень ще немає. Опублікуйте перше: /update post
error-update-pending = Це оновлення ще не надіслано. Щоб його змінити, заберіть його назад: /update status
error-update-unsent = Це оновлення ще не надіслано. Просто заберіть його назад.
error-update-retracted = Це оновлення відкликано. Опублікуйте нове: /update post
error-update-file = Це оновлення взято з файлу content/updates/{ $file }.md. Виправте його там: копії зміняться, щойно файл прочитають знову.
error-undo-over = Його вже надіслано або хтось уже забрав його назад. Виправте чи відкличте його: /update status
error-retract-why = Вкажіть, чому: це побачить кожен читач.
error-announce-nothing = Цій спільноті немає про яку власну зміну повідомляти.
error-not-outdated = Це вже вирішено. Що ще чекає, показує /review.

## Зображення

positions =
    .description = Позиції всіх сторін з усіх тем
    .as = зображенням чи текстом
    .usage = /positions
option-as = вигляд
positions-title = Позиції сторін
as-picture = 🖼 Зображенням
in-words = ☰ Текстом
alt-more = …і ще { $count }: натисніть «{ $button }».
stances-attributed = Кожен рядок — це слова самої сторони або те, що про них повідомляють, а не висновок Parley.
stances-overdue = ⚠ Час переглянути, може бути застарілим: { $items }.
stances-untranslated = Ще не перекладено, показано англійською: { $items }.
timeline-breaking = ТЕРМІНОВО
timeline-retracted = ВІДКЛИКАНО
timeline-sources = Кожне оновлення називає свої джерела: відкрийте його зі списку текстом.

## Числа

stats =
    .description = Числа цієї спільноти: запитання, статті, оцінки, доставка
    .days = за скільки днів; якщо не вказати, за 30
    .as = зображенням чи текстом
    .chart = лише одна діаграма
    .usage = /stats 7
option-days = днів
option-chart = діаграма
stats-title = У числах: { $community }
stats-period = { $from } – { $to }, доба за { $zone }
privacy-totals = Скільки запитань ставлять за день і як часто показують статтю, рахуємо для модераторів кожної спільноти й зберігаємо { $days } днів: це лише підсумки, у яких немає імен.
stats-kept = Рахуємо лише підсумки: не те, хто запитав, і не те, якими словами.
stats-shared = Тут те, про що запитували приватно. Кожна спільнота має власні числа, які бачать лише її модератори.
stats-questions = { $count ->
    [one] { $count } запитання
    [few] { $count } запитання
   *[other] { $count } запитань
}: з відповіддю { $answered } ({ $answeredShare } %), «може, щось із цього?» { $unsure } ({ $unsureShare } %), без відповіді { $none } ({ $noneShare } %).
stats-questions-none = У ці дні ніхто нічого не запитував.
stats-opened = Статті, відкриті кнопкою, зі списку чи з підказки: { $count }.
stats-votes = Чи допомогла відповідь? Так — { $helpful }, ні — { $unhelpful }.
stats-deliveries = Повідомлення в канали цієї спільноти: доставлено { $sent }, призупинено { $held }, невідомо { $uncertain }, не вдалося { $failed }.
stats-deliveries-note = Доставка — це оновлення й дайджести у власні канали цієї спільноти: кожне рахуємо один раз на канал, у теперішньому стані, за днем останньої зміни. Те, що учасники отримують приватно, не враховано.
stats-chart-questions = Запитання за днями
stats-chart-entries = Найчастіше показані статті
stats-chart-votes = Чи допомогла відповідь?
stats-chart-deliveries = Доставка за днями
stats-answered = з відповіддю
stats-unsure = «може, щось із цього?»
stats-none = без відповіді
stats-shown = показано
stats-yes = так
stats-no = ні
stats-more = І ще { $count }: усі є у файлі.
stats-gone = { $entry } (уже немає)
stats-days = { $days } днів
stats-file = CSV
stats-file-done = Усі числа, по рядку на кожне.
stats-file-columns = kind — question (запитання), opened (відкрито), shown (показано), helpful (допомогла), unhelpful (не допомогла) або delivery (доставка); date — день або перший і останній день; entry — ідентифікатор статті; name — назва; value — число. Назва, яку таблиця сприйняла б як формулу, починається з апострофа.
