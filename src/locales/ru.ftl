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
    .as = картинкой или текстом
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
help-moderators = Для модераторов
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

error-moderators-only = Это могут делать только модераторы этого сообщества.
error-unknown-command = Команды /{ $command } нет. Все команды — в /help.
error-missing = Добавьте, пожалуйста, { $option }.
error-choose = Выберите, пожалуйста, { $option }:
error-unknown = «{ $typed }» мне здесь не известно. Выберите, пожалуйста, { $option }:
error-too-long = Слишком длинно. Не больше { $limit } символов, пожалуйста.
error-usage = Например: { $usage }
error-no-entry = Статьи «{ $typed }» нет. Все есть в /faq.
error-old-button = Эта кнопка из старой версии и больше не работает. Спросите ещё раз через /faq.
error-no-text = В этом сообщении нет текста, на который можно ответить.
error-unavailable = Сейчас нет доступа к моим записям, поэтому ничего не изменено. На вопросы я отвечаю, как и прежде; попробуйте ещё раз через минуту. (В журнале: { $incident }.)
error-fault = У нас что-то пошло не так; это записано как { $incident }. Попробуйте ещё раз.

## Консоль

console-ask = Задайте вопрос или введите /help, чтобы увидеть команды.
console-keys = Число нажимает кнопку с этим числом, Tab дополняет, /language en или uk меняет язык.
console-leave = /quit или Ctrl-D завершает работу.
console-interrupted = Нажмите Ctrl-C ещё раз, чтобы выйти.
console-no-page = Дальше страниц нет.
console-form = Отвечайте строка за строкой: пустая строка оставляет то, что уже есть в поле, /cancel закрывает форму.
console-form-left = Форма закрыта; ничего не сохранено.
console-field-holds = Сейчас: { $value }
console-field-lines = Можно несколько строк; строка из одной точки завершает текст.

### Forms and files

open-form = Заполнить форму
error-file-too-large = Файл слишком большой: не больше { $limit } МБ.
error-file-unavailable = Не удалось прочитать файл. Пришлите его ещё раз.

### Сообщества и люди

## Их команды

language =
    .description = Выбрать язык ответов
    .language = язык или язык вашего приложения
    .usage = /language ru
privacy =
    .description = Что о вас хранится и как это стереть
    .usage = /privacy
report =
    .description = Сообщить модераторам, что не так с ответом
    .entry = вопрос или название статьи
    .what = что не так, своими словами
    .usage = /report членство в нато
community =
    .description = Что это за сообщество; в личном чате — для какого вы работаете
    .id = сообщество, для которого работать; его подставляют кнопки
    .usage = /community
settings =
    .description = Язык, часовой пояс, модераторы, проверка и ограничения этого сообщества
    .setting = настройку, которую изменить
    .value = новое значение
    .usage = /settings часовой пояс Europe/Kyiv
link =
    .description = Присоединить к этому сообществу другой чат, в Discord или Telegram
    .code = код, который дала команда /link в другом чате
    .usage = /link ABCDE-23456
unlink =
    .description = Вывести этот чат из сообщества, к которому он присоединён
    .usage = /unlink
gaps =
    .description = Что спрашивали участники и не нашли ответа
    .usage = /gaps
audit =
    .description = Кто из модераторов что сделал и когда
    .entry = статью, действия с которой показать
    .usage = /audit членство в нато

option-language = язык
option-what = что
option-id = id
option-setting = настройка
option-value = значение
option-code = код

## Язык

language-choose = На каком языке Parley должен вам отвечать?
language-chosen = Теперь вам везде отвечают по-русски.
language-own-chosen = Теперь вам отвечают на языке сообщества или вашего приложения.

## Настройки

settings-of = Настройки: { $community }
settings-choose = Выберите настройку, чтобы изменить её:
settings-saved = Сохранено.
settings-stale = Одновременно настройки изменил другой модератор, поэтому ваша не сохранена. Вот какие они теперь; попробуйте ещё раз.
settings-questions-off = Если выключить журнал, будут удалены и вопросы, сохранённые до сих пор. Вернуть их нельзя.
settings-questions-clear = Выключить и удалить
all-settings = Все настройки
setting-now = Сейчас:
setting-type = Ввести значение…
setting-language = Язык
setting-language-means = на каком языке отвечать тем, кто не выбрал его через /language
setting-language-own = Язык приложения
setting-timezone = Часовой пояс
setting-timezone-means = по какому времени показывать даты модераторам
setting-timezone-hint = Город с частью света, например Europe/Kyiv, или UTC
setting-roles = Роли модераторов
setting-roles-means = роли Discord, которые модерируют, кроме тех, кто управляет сервером; в Telegram модерируют администраторы
setting-roles-hint = Упоминания ролей или их id через пробел, или «никого»
setting-roles-none = Нет
setting-approvals = Одобрения
setting-approvals-means = должен ли согласиться другой модератор, прежде чем текст будет опубликован
setting-approvals-none = Не нужны
setting-approvals-one = Нужно одно
setting-answers = Ответы
setting-answers-means = кто видит ответы в общем чате
setting-answers-shared = Все в чате
setting-answers-private = Только спросивший
setting-questions = Журнал вопросов
setting-questions-means = хранить ли для /gaps вопросы без ответа, не указывая, кто спросил
setting-questions-on = Включён
setting-questions-off = Выключен
setting-cooldown = Пауза
setting-cooldown-means = наименьшее время между двумя вопросами одного участника; модераторов не касается
setting-cooldown-hint = В секундах, от 0 до { $most }
setting-cooldown-none = Нет
setting-cooldown-seconds = { $seconds ->
    [one] { $seconds } секунда
    [few] { $seconds } секунды
   *[other] { $seconds } секунд
}
setting-log = Канал журнала
setting-log-means = где сообщать о действиях модераторов, на виду у всех, кто там есть
setting-log-hint = Канал этого сообщества: упоминание или id, или «нигде»
setting-log-here = Этот чат
setting-log-none = Нигде
setting-undo = Время на отмену
setting-undo-means = как долго обновление можно забрать назад после «Опубликовать»
setting-undo-none = Нет
setting-uncertain = Неясные сообщения
setting-uncertain-means = отправлять ли автоматически ещё раз обновление, которое могло не дойти, потому что ответа не было; тогда оно может прийти дважды
setting-uncertain-on = Отправлять ещё раз
setting-uncertain-off = Решают модераторы
log-opened = Теперь здесь сообщается, что модераторы делают с Parley.
error-setting-shared = Для общих знаний эта настройка ничего не значит: у них нет своих чатов, ролей и участников.
error-setting-language = Одно из: own, en, uk, ru.
error-setting-timezone = Часового пояса «{ $typed }» нет. Напишите город с частью света, например Europe/Kyiv.
error-setting-roles = Напишите роли Discord упоминаниями (@роль) или id через пробел, или «никого». Одних названий мало.
error-setting-roles-many = Не больше { $most } ролей, пожалуйста.
error-setting-approvals = 0 или 1.
error-setting-answers = «shared» (для всех) или «private» (лично).
error-setting-questions = «on» (включён) или «off» (выключен).
error-setting-cooldown = Напишите целое число секунд, от 0 до { $most }.
error-setting-log = Назовите канал этого сообщества упоминанием или id или напишите «нигде»; в Telegram напишите «здесь» в самом чате.
error-setting-log-foreign = Этот канал не относится ни к одному из чатов этого сообщества. Сначала присоедините тот чат через /link.
error-setting-log-closed = Parley не может там писать. Разрешите это и попробуйте ещё раз.
error-no-community = Этого сообщества больше нет.
error-unreachable = Сейчас это не удаётся сохранить: база данных не отвечает. Попробуйте ещё раз немного позже.

## Присоединение

link-title = Присоединить другой чат: { $community }
link-how = В другом чате, где у вас или другого модератора есть на это право, напишите:
link-once = Код действует один раз, в течение { $minutes } минут.
link-secret = Этим кодом может воспользоваться каждый, кто модерирует другой чат: больше никому его не показывайте.
link-join-title = Присоединить этот чат к другому сообществу?
link-join-what = «{ $chat }» будет относиться к сообществу, из которого получен код.
link-join-shares = Тогда у чатов будут общие статьи, настройки и сообщения об ошибках.
link-join-moderators = Тогда модераторы каждого чата будут модерировать всё сообщество.
link-join-own = То, что было у этого чата своего, останется сохранённым и вернётся через /unlink.
link-join = Присоединить
link-joined = Готово: теперь этот чат относится к сообществу { $community }.
link-undo = /unlink выведет его обратно.
unlink-title = Вывести чат?
unlink-what = «{ $chat }» больше не будет относиться к сообществу { $community }. К нему вернутся статьи и настройки, которые были раньше.
unlink-which = Какой чат вывести?
unlink-host = Это сообщество создано для этого чата, и всё, что в нём есть, остаётся здесь. Выберите чат, который вывести:
unlink-now = Вывести
unlinked = Готово: у чата снова своё сообщество, { $community }.
error-only-in-chats = Это работает только на том сервере, в той группе или в том канале, о котором речь.
error-not-linked = Этот чат не присоединён ни к какому другому.
error-link-code = Код недействителен: возможно, в нём опечатка, он уже использован или прошло больше десяти минут. Новый даёт /link в другом чате.
error-link-attempts = Слишком много неверных кодов. Попробуйте ещё раз через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
}.

## Какое сообщество

community-here = Это { $community }
community-chats = К нему относятся чаты:
community-this-chat = этот чат
community-private-why = Черновики и проверку удобнее вести в личном чате с Parley, где их больше никто не видит.
community-work = Работать в личном чате
community-title = Для какого сообщества вы работаете
community-now = То, что вы здесь пишете, — для сообщества
community-now-none = Здесь вы не работаете ни для какого сообщества: вы видите общие знания, как и все.
community-now-shared = То, что вы здесь пишете, — для общих знаний, которые видят все сообщества.
community-choose = Сменить на:
community-how = Какого-то нет? Напишите /community в его чате и нажмите «Работать в личном чате».
community-stop = Прекратить
community-shared = Общие знания
community-chosen = Теперь то, что вы пишете лично, — для сообщества { $community }, пока вы его модерируете.
community-stopped = Вы больше не работаете здесь для сообщества.
community-other = Сменить
error-not-your-community = Вы не модерируете это сообщество.

## Приватность

privacy-title = Что о вас хранится
privacy-kept = Под id вашей учётной записи Parley хранит:
privacy-nothing = Под id вашей учётной записи ничего не хранится.
privacy-how-long = Всё это остаётся, пока вы его не сотрёте. Ваши вопросы не хранятся с вашим именем или id.
privacy-questions = Вопросы без ответа хранятся { $days } дней без того, кто спросил, и без имён, чисел, адресов и ссылок, насколько их можно распознать. Модераторы могут это выключить.
privacy-platforms = То, что вы пишете, остаётся также в Discord или Telegram: это дело между вами и ими.
privacy-erase = Стереть мои данные
kept-choices = ваш выбор, например язык ({ $count })
kept-drafts = { $count ->
    [one] { $count } черновик
    [few] { $count } черновика
   *[other] { $count } черновиков
}
kept-dialogues = { $count ->
    [one] { $count } незаполненная форма
    [few] { $count } незаполненные формы
   *[other] { $count } незаполненных форм
}
kept-revisions = { $count ->
    [one] { $count } текст, который вы написали или одобрили
    [few] { $count } текста, которые вы написали или одобрили
   *[other] { $count } текстов, которые вы написали или одобрили
}
kept-reports = { $count ->
    [one] { $count } сообщение об ошибке
    [few] { $count } сообщения об ошибках
   *[other] { $count } сообщений об ошибках
}
kept-votes = { $count ->
    [one] { $count } оценка ответа
    [few] { $count } оценки ответов
   *[other] { $count } оценок ответов
}
kept-acts = { $count ->
    [one] { $count } строка в журналах модераторов
    [few] { $count } строки в журналах модераторов
   *[other] { $count } строк в журналах модераторов
}
erase-title = Стереть ваши данные?
erase-goes = Будут удалены ваш выбор, оценки, незаполненные формы и черновики, а обновления в ваш личный чат прекратятся.
erase-nameless = Ваше имя и id будут убраны из текстов, сообщений и журналов.
erase-stays = Сами тексты останутся: они принадлежат сообществу.
erase-final = Отменить это нельзя.
erase-now = Стереть
erase-keep = Оставить всё
erased = Готово: под id вашей учётной записи больше ничего не хранится.

## Сообщения об ошибках

report-button = ⚑ Сообщить
report-title = Что не так?
report-what = Что не так с «{ $title }»?
report-field = Что не так
report-hint = Неверный факт, старая дата, плохой источник…
report-sent = Спасибо. Модераторы теперь видят, что вы сказали о «{ $title }».
report-sent-then = Вам сообщат, чем это закончилось, если вам можно написать.
report-news = Участник сообщил об ошибке: «{ $title }». Модераторы увидят подробности в /review.
report-see = Показать
report-at = Сообщено { $date }
report-mended = Исправлено
report-fine = Всё верно
report-comment = Ответить парой слов…
report-comment-title = Закрыть сообщение
report-comment-what = Чем это закончилось и что стоит знать сообщившему?
report-comment-field = Пара слов сообщившему
report-outcome = Чем закончилось
report-settled = Закрыто.
report-told = Сообщивший об этом узнал.
report-not-told = Сообщившему написать не удалось.
report-gone = Это сообщение уже закрыто.
report-outcome-mended = Вы сообщили об ошибке в «{ $title }»: она исправлена.
report-outcome-fine = Вы сообщили об ошибке в «{ $title }»: модераторы проверили и ошибки не нашли.
report-outcome-thanks = Спасибо, что читаете внимательно.
reports-title = Незакрытые сообщения: { $count }
reports-none = Незакрытых сообщений нет.
reports-all = Все сообщения
error-report-empty = Скажите, пожалуйста, что не так.
error-report-long = Не больше { $limit } символов, пожалуйста.
error-reported-already = Вы уже сообщили об этом. Модераторы проверят.
error-report-many = У вас здесь уже { $most } незакрытых сообщений. Подождите, пока модераторы рассмотрят хотя бы одно.

## Оценки и вопросы без ответа

helpful-yes = Спасибо. Записано: ответ помог.
helpful-no = Спасибо. Записано: ответ не помог. Что с ним не так?
gaps-title = Спрашивали и не нашли ответа
gaps-note = Хранится { $days } дней, без того, кто спросил. Выберите вопрос, чтобы сделать из него статью или ещё одно название:
gaps-none = В последнее время никто не спрашивал напрасно.
gaps-off = Вопросы здесь не хранятся: журнал выключен.
gaps-all = Все вопросы
gap-line = { $question } · { $count }×
gap-title = Спрошено { $count ->
    [one] { $count } раз
    [few] { $count } раза
   *[other] { $count } раз
}
gap-more = и ещё { $count } другими словами
gap-last = В последний раз: { $date }
gap-nearest = Ближайшая статья: «{ $question }»
gap-outcome-none = ответа нет
gap-outcome-unsure = «может быть, что-то из этого?»
gap-outcome-unhelpful = ответ не помог
gap-entry = Сделать статью
gap-alias = Ещё одно название: { $question }
gap-dismiss = Отклонить
gap-dismissed = Отклонено: «{ $question }»
gap-gone = Этих вопросов в списке уже нет.

## Журнал действий

audit-title = Действия модераторов ({ $zone })
audit-none = Пока ничего.
audit-older = Раньше
somebody-erased = тот, кто стёр своё имя
act-entry-publish = опубликовано «{ $subject }»
act-entry-approve = одобрено и опубликовано «{ $subject }»
act-entry-submit = отправлено на проверку «{ $subject }»
act-entry-return = возвращено автору «{ $subject }»
act-entry-reject = отклонено «{ $subject }»
act-entry-retire = снято с показа «{ $subject }»
act-entry-restore = восстановлено «{ $subject }»
act-entries-imported = импортировано «{ $subject }»
detail-revision = редакция
detail-author = автор
detail-reason = причина
detail-outcome = итог
detail-count = спрошено раз
detail-wants = цель
detail-retire = снять с показа
detail-restore = восстановить
act-settings-change = изменены настройки: { $subject }
act-link-code = создан код для присоединения другого чата
act-link-join = присоединён чат «{ $subject }»
act-link-leave = выведен чат «{ $subject }»
act-report-settle = закрыто сообщение об ошибке: «{ $subject }»
act-gap-dismiss = отклонён вопрос «{ $subject }»
act-gap-alias = добавлено ещё одно название: «{ $subject }»

## Ограничения

error-too-fast = Слишком быстро. Подождите, пожалуйста, { $seconds ->
    [one] { $seconds } секунду
    [few] { $seconds } секунды
   *[other] { $seconds } секунд
}.

### Формы в Telegram, вопрос за вопросом

dialogue-step = вопрос { $number } из { $of }
dialogue-now = Сейчас:
dialogue-reply = Ответьте, пожалуйста, на это сообщение. Эти слова действуют иначе: { $words }
dialogue-ready = На все вопросы есть ответ. Отправить?
dialogue-keep = Оставить
dialogue-skip = Пропустить
dialogue-done = Готово
dialogue-clear = Оставить пустым
dialogue-back = Назад
dialogue-cancel = Отменить
dialogue-send = Отправить
dialogue-continue = Продолжить
dialogue-required = Это не может быть пустым.
dialogue-nothing-before = Это первый вопрос.
dialogue-left = Вы вышли из формы. Ничего не сохранено.
dialogue-reopen = Открыть снова
dialogue-none = Здесь нет открытой формы.
dialogue-still-open = Ваша форма «{ $title }» ещё открыта.
dialogue-another-open = Ваша форма «{ $title }» ещё открыта. Продолжить её или выйти и начать новую?
dialogue-leave = Выйти и начать новую
dialogue-expired = Форма «{ $title }» ждала больше суток, поэтому она закрыта, и это сообщение не принято за ответ. Ваши прежние ответы пока не потеряны.
dialogue-too-early = Это написано до вопроса, поэтому не принято за ответ. Если это ответ, отправьте его, пожалуйста, ещё раз.
dialogue-text-only = Ответьте, пожалуйста, текстом.
dialogue-not-yours = Это чужая форма.
dialogue-closed = Эта форма закрыта.
dialogue-answered = Этот вопрос уже неактуален.
dialogue-not-taken = Ваш ответ не принят. Форма «{ $title }» остаётся открытой.
dialogue-elsewhere = Эта форма принадлежит другому сообществу, не тому, для которого вы сейчас работаете.

### Личный чат с ботом, если смотреть из группы Telegram

private-sent = Сообщение отправлено вам в личный чат.
private-open = Открыть личный чат
private-start = Это только для вас. Нажмите кнопку, а затем «Начать»: продолжим там.
private-button = Это не для всех присутствующих. Нажмите кнопку, и бот напишет вам лично.
private-go-on = Продолжить лично

### Authoring

entry =
    .description = Писать, менять, изымать и восстанавливать статьи
entry-add =
    .description = Написать новую статью
    .question = вопрос, если он уже есть
    .language = язык, на котором вы пишете
    .usage = /entry add Когда следующие переговоры?
    .menu = Добавить как статью
entry-edit =
    .description = Изменить или перевести статью либо позицию
    .entry = вопрос или название статьи
    .language = язык, на котором изменить или на который перевести
    .usage = /entry edit членство в НАТО
entry-position =
    .description = Написать или изменить позицию стороны по теме
    .party = сторона, чья это позиция
    .topic = тема позиции
    .language = язык, на котором вы пишете
    .usage = /entry position россия нато
entry-retire =
    .description = Изъять статью или позицию: участники её больше не увидят
    .entry = вопрос или название статьи
    .reason = почему; это видно в истории
    .usage = /entry retire членство в НАТО
entry-restore =
    .description = Вернуть изъятое или прежний текст
    .entry = вопрос или название статьи
    .revision = номер версии, которую вернуть
    .usage = /entry restore nato-membership
entry-list =
    .description = Свои, скрытые и изъятые статьи сообщества и ваши черновики
    .show = что показать: свои, скрытые, изъятые или черновики
    .usage = /entry list черновики
review =
    .description = Что ждёт модератора: черновики, сроки проверки, жалобы
    .usage = /review
history =
    .description = Когда и почему изменилась статья
    .entry = вопрос или название статьи
    .revision = номер версии, которую показать
    .against = номер версии, с которой сравнить
    .usage = /history членство в НАТО
option-reason = причина
option-revision = версия
option-show = показать
option-against = сравнить

field-question = Вопрос
field-answer = Ответ
field-sources = Источники
field-asof = По состоянию на (дата)
field-topics = Темы
field-aliases = Другие формулировки
field-parties = Стороны
field-related = Связанные статьи
field-reviewby = Проверить (дата)
field-reason = Причина
field-stance = Позиция в нескольких словах
field-wants = Чего хочет
field-reasons = Причины, которые называет
field-redlines = Красные линии
field-comment = Что нужно знать автору
hint-question = Так, как спросили бы участники; не больше 200 символов
hint-answer = Первый абзац — короткий ответ, дальше — подробности. Markdown
hint-sources = По одному в строке: ссылка | название | издатель | дата, или название известного источника
hint-asof = На когда это верно: 2026-11-24, 2026-11, 2026 или «без даты»
hint-aliases = По одной в строке: слова, которые тоже должны вести сюда
hint-related = По одной в строке: вопрос или название статьи
hint-reviewby = После этого дня читателям скажут, что текст мог устареть: 2027-02-28
hint-reason = Почему меняется; участники видят это в истории
hint-stance = Для таблиц; не больше 40 символов
hint-wants = Всегда с указанием, кто говорит: «Заявляет, что…». Markdown
hint-not-in-source = Оставьте пустым, если в источнике этого нет
form-new = Новая статья
form-edit = Изменить статью
form-position = Позиция стороны
form-translate = Перевод: { $language }
form-for = Для сообщества «{ $community }». До публикации или отправки на проверку этого никто не видит.
problem-empty = пусто. Заполните, пожалуйста.
problem-too-long = символов — { $length }, а можно не больше { $limit }. Сократите, пожалуйста.
problem-too-many = слишком много; можно не больше { $limit }. Уберите лишние.
problem-marks = на некоторых буквах нагромождены знаки. Наберите их заново.
problem-markup = разметка, которую Parley не принимает: «{ $line }». Можно абзацы, заголовки, простые списки, цитаты, таблицы, жирный, курсив, код и ссылки https://.
problem-nested = разметка вложена слишком глубоко. Уберите большинство знаков * и _.
problem-lead = начните с абзаца, в котором главное сказано коротко.
problem-no-letters = в «{ $name }» нет ни букв, ни цифр. Напишите словами.
problem-name-taken = «{ $name }» уже ведёт к «{ $entry }». Сформулируйте иначе или измените ту статью.
problem-name-alike = «{ $name }» выглядит так же, как «{ $entry }», но в нём буквы другого алфавита. Наберите заново или сформулируйте иначе.
problem-related = статьи «{ $typed }» нет. Напишите вопрос или название существующей.
problem-choice = «{ $typed }» нет среди вариантов.
problem-no-source = каждому тексту нужен источник: Parley не показывает того, что нельзя проверить. Добавьте ссылку или название известного источника.
problem-source-unknown = источник «{ $typed }» здесь не известен. Напишите ссылку или название | издателя | дату.
problem-source-link = «{ $typed }» — не ссылка, которую может открыть каждый.
problem-source-long = «{ $typed }» слишком длинно для источника. Оставьте ссылку, название, издателя и дату.
warning-source-title = для «{ $typed }» не указано название, поэтому будет показан адрес.
problem-date-missing = укажите, на когда это верно: 2026-11-24, 2026-11, 2026 или «без даты», если в источнике даты нет.
problem-date = «{ $typed }» — не дата. Напишите 2026-11-24, 2026-11, 2026 или «без даты».
problem-date-future = { $typed } — это в будущем. Напишите дату того, о чём говорит источник.
problem-review-day = «{ $typed }» — не день. Напишите год, месяц и день: 2027-02-28.
problem-review-past = { $typed } — не позже сегодняшнего дня. Выберите более поздний день.
problem-untranslated = это всё ещё текст оригинала. Переведите его, пожалуйста.
draft-preview = Предпросмотр: так это увидят участники сообщества «{ $community }».
draft-unsound = Ещё не готово
draft-kept = То, что вы написали, сохранено как черновик.
draft-untitled = без названия
draft-publish = ✅ Опубликовать
draft-send = 📨 Отправить на проверку
draft-edit = ✏️ Изменить
draft-details = Подробности
draft-wording = Смысл тот же
draft-meaning = Смысл меняется
draft-discard = 🗑 Отбросить
draft-discard-sure = Отбросить черновик «{ $title }»? Вернуть его будет нельзя.
draft-discard-yes = Да, отбросить
draft-keep = Оставить
draft-discarded = Черновик отброшен.
draft-open = Открыть черновик
draft-approve = ✅ Одобрить и опубликовать
draft-return = ↩ Вернуть с комментарием
draft-reject = ✖ Отклонить
draft-rebase = ✏️ Продолжить на текущем тексте
draft-sent = «{ $title }» теперь ждёт другого модератора.
draft-waits = Это ждёт другого модератора. Если изменить текст, его нужно отправить снова.
draft-was-changed = Ничего не сделано: черновик изменился с тех пор, как появилась та кнопка. Вот он сейчас.
draft-stale = Кто-то другой уже изменил этот текст
draft-stale-mine = Ваши изменения не опубликованы, но ничего из написанного не потеряно. Посмотрите, что изменилось, и продолжайте.
draft-stale-review = Черновик сделан из более старого текста. Верните его автору, чтобы он перенёс изменения на текущий.
draft-returned = Возвращено вам:
draft-given-back = Черновик возвращён автору.
draft-rejected = Черновик отклонён и удалён.
author-told = Автору сообщено.
author-not-told = Автору не удалось написать лично: сообщите сами, пожалуйста.
draft-retires = Это изымет «{ $title }»: участники больше не увидят этого текста.
draft-restores = Это вернёт «{ $title }».
draft-falls-behind = Смысл оригинала меняется, поэтому до нового перевода не будут показываться: { $languages }.
draft-is-wording = Меняется только формулировка: переводы остаются.
difference-none = Слова не отличаются.
difference-now = Что меняется
difference-theirs = Что изменили без вас
difference-yours = Что изменит ваш текст теперь
done-write = «{ $title }» опубликовано. Участники уже могут это найти.
done-retire = «{ $title }» изъято. Участники этого больше не видят.
done-restore = «{ $title }» возвращено. Участники снова это видят.
show-it = Показать
retire-title = Изъять
retire-why = Почему «{ $title }» больше не показывать?
return-title = Вернуть черновик
return-why = Что должен изменить автор?
reject-title = Отклонить черновик
reject-why = Почему это нельзя опубликовать?
restored-from = Восстановлено из версии { $number }
alias-reason = Спрашивают также: { $alias }
told-approved = Ваш текст «{ $title }» одобрен и опубликован в сообществе «{ $community }».
told-approved-retire = Снятие «{ $title }» одобрено: участники сообщества «{ $community }» этого больше не видят.
told-approved-restore = Возвращение «{ $title }» одобрено: участники сообщества «{ $community }» снова это видят.
told-returned = Ваш текст «{ $title }» для сообщества «{ $community }» возвращён с комментарием:
told-returned-then = Измените его и отправьте снова. Он есть также в /review.
told-rejected = Ваш текст «{ $title }» для сообщества «{ $community }» отклонён:
told-written = Что вы написали
review-title = Что ждёт вас
review-nothing = Ничего не ждёт. ✨
review-open = Проверка
review-waiting = На одобрение
review-returned = Возвращено вам
review-own = Ваши, ждут другого модератора
review-overdue = Срок проверки прошёл
review-behind = Переводы, отставшие от оригинала
review-reports = Жалобы: { $count }
review-drafts = Мои черновики
review-of = На проверку: { $title }
review-by = Автор: { $name }. { $reason }
review-by-silent = Автор: { $name }. Причина не указана
intent-retire = Изъять
intent-restore = Вернуть
list-own = Свои тексты
list-hidden = Скрытые общие тексты
list-retired = Изъятые тексты
list-drafts = Мои черновики в работе
list-nothing = Таких нет.
list-restore = Выберите, что вернуть:
entry-add-one = ➕ Новая статья
entry-edit-it = ✏️ Изменить это
entry-retire-it = Изъять это
entry-restore-it = ↩ Вернуть это
entry-restore-shared = Снова показывать общий текст
history-of = История: { $title }
history-open = История
history-retired = Это изъято: участники этого не видят.
history-last = Последнее изменение: { $date }.
history-last-reason = Последнее изменение: { $date }. { $reason }
history-count = { $count ->
    [one] Всего { $count } версия.
    [few] Всего { $count } версии.
   *[many] Всего { $count } версий.
}
history-choose = Выберите версию, чтобы увидеть, что изменилось:
history-content = Это общий текст, версия содержимого { $number }.
history-over = Показывается вместо общего текста (версия содержимого { $number }).
history-compared = Что изменилось: { $from } → { $to }
revision-number = версия { $number }
revision-shared = общий текст
revision-write = написано
revision-retire = изъято
revision-restore = возвращено
revision-approved = { $author }, одобрение: { $reviewer }
revision-restore-it = ↩ Вернуть версию { $number }
revision-against-latest = Сравнить с последней
error-draft-gone = Такого черновика здесь уже нет: его опубликовали, отбросили или отклонили, либо он принадлежит другому сообществу.
error-draft-changed = Черновик с тех пор изменился. Откройте его снова через /review.
error-drafts-many = У вас уже { $limit } черновиков, больше нельзя. Опубликуйте или отбросьте лишние: /entry list черновики
error-needs-review = В этом сообществе должен согласиться другой модератор. Отправьте текст на проверку.
error-own-draft = Это ваш собственный текст: решение должен принять другой модератор.
error-name-taken = «{ $name }» уже ведёт к другой статье: { $entry }. Сначала переименуйте одну из двух.
error-retired = Это изъято. Сначала верните: /entry restore
error-retired-already = Это уже изъято.
error-live = Это и так показывается. Чтобы вернуть прежний текст, выберите его в /history.
error-restore-same = Это и есть текущий текст.
error-no-revision = Версии { $number } нет. Все есть в /history.
error-changed-meanwhile = Кто-то другой только что это изменил. Посмотрите и попробуйте ещё раз.
error-reason-empty = Укажите, почему: это должно быть понятно из истории.
error-comment-empty = Напишите что-нибудь автору, пожалуйста.
error-comment-long = Слишком длинно. Не больше { $limit } символов, пожалуйста.

### Импорт и экспорт

entry-export =
    .description = Отправить статьи и позиции этого сообщества файлом
    .format = zip с файлами Markdown или json
    .what = свои или все, которые видит это сообщество
    .usage = /entry export zip свои
entry-import =
    .description = Прочитать статьи и позиции из файла; сначала показывает, что изменится
    .file = zip или JSON, как от /entry export, либо один файл .md
    .usage = /entry import
option-format = формат
option-file = файл

kept-imports = { $count ->
    [one] { $count } импорт, который ждёт
    [few] { $count } импорта, которые ждут
   *[other] { $count } импортов, которые ждут
}
act-import-submit = отправлен на проверку импорт «{ $subject }»
act-import-reject = отклонён импорт «{ $subject }»
detail-texts = текстов
detail-added = новых
detail-changed = изменено
detail-restored = возвращено
export-done = { $count ->
    [one] { $count } текст сообщества «{ $community }». Его прочтёт каждый, у кого будет файл.
    [few] { $count } текста сообщества «{ $community }». Их прочтёт каждый, у кого будет файл.
   *[other] { $count } текстов сообщества «{ $community }». Их прочтёт каждый, у кого будет файл.
}
export-nothing = У сообщества «{ $community }» ещё нет своих текстов.
export-all = Экспортировать всё, что оно видит
import-of = Импорт: { $file }
import-by = Кто отправил: { $name }
import-nothing = { $count ->
    [one] Ничего не изменится: { $count } текст из этого файла уже есть здесь слово в слово.
    [few] Ничего не изменится: все { $count } текста из этого файла уже есть здесь слово в слово.
   *[other] Ничего не изменится: все { $count } текстов из этого файла уже есть здесь слово в слово.
}
import-unchanged = { $count ->
    [one] Ещё { $count } текст из файла уже есть здесь слово в слово.
    [few] Ещё { $count } текста из файла уже есть здесь слово в слово.
   *[other] Ещё { $count } текстов из файла уже есть здесь слово в слово.
}
import-adds = Новые
import-changes = Изменятся
import-restores = Вернутся
import-added = { $count ->
    [one] { $count } новый текст
    [few] { $count } новых текста
   *[other] { $count } новых текстов
}
import-changed = { $count ->
    [one] { $count } изменённый текст
    [few] { $count } изменённых текста
   *[other] { $count } изменённых текстов
}
import-restored = { $count ->
    [one] { $count } возвращённый текст
    [few] { $count } возвращённых текста
   *[other] { $count } возвращённых текстов
}
import-is-new = Такого текста здесь ещё нет.
import-is-changed = Этот текст уже есть и изменится:
import-is-restored = Этот текст изъят или скрыт, и он вернётся:
import-waits = Это ждёт другого модератора.
import-stale = Ничего не импортировано: кто-то другой тем временем изменил эти тексты.
import-stale-then = Сравните снова, чтобы увидеть, что файл изменит теперь.
import-apply = ✅ Импортировать всё
import-approve = ✅ Одобрить и импортировать
import-again = 🔍 Сравнить снова
import-back = К импорту
import-done = Импортировано. Участники уже могут это найти:
import-discarded = Импорт отброшен. Ничего не изменено.
import-reason = Импортировано из файла
import-line = { $file } ({ $count }), отправитель: { $name }
import-line-own = { $file } ({ $count }), ваш
import-problems = { $count ->
    [one] Ничего не импортировано: { $count } проблема
    [few] Ничего не импортировано: { $count } проблемы
   *[other] Ничего не импортировано: { $count } проблем
}
import-problems-more = { $count ->
    [one] Ещё { $count } — в файле ниже.
    [few] Ещё { $count } — в файле ниже.
   *[other] Ещё { $count } — в файле ниже.
}
import-problems-then = Исправьте файл и отправьте его снова: импортируется либо всё, либо ничего.
import-broken = Этот архив повреждён, или один и тот же файл в нём дважды. Упакуйте заново в zip.
import-too-large = Это больше, чем Parley читает за раз: { $files } файлов, по { $file } КБ и вместе { $unpacked } МБ. Разделите, пожалуйста.
import-too-many = Текстов в файле — { $count }, а за раз можно не больше { $limit }. Разделите, пожалуйста.
import-not-text = «{ $file }» — не текст UTF-8. Сохраните его как UTF-8: большинство редакторов предлагает это в «Сохранить как».
import-unknown = Такого файла Parley не читает. Отправьте zip или JSON, как от /entry export, либо один файл .md.
import-review = Импорты
problem-source-other = «{ $id }» уже обозначает другой источник. Дайте своему другой id.
problem-twice = это есть в файле дважды. Уберите один из двух текстов.
told-import-applied = Ваш импорт «{ $file }» одобрен и импортирован в сообществе «{ $community }».
told-import-rejected = Ваш импорт «{ $file }» для сообщества «{ $community }» отклонён. Ничего не изменено.
error-import-gone = Такого импорта здесь уже нет: его выполнили, отбросили или сравнили снова, ему больше недели, либо он принадлежит другому сообществу.
error-imports-many = В этом сообществе уже ждут импорты, больше { $limit } нельзя. Сначала выполните или отбросьте один: /review
error-own-import = Это ваш собственный импорт: решение должен принять другой модератор.
error-import-busy = Для этого сообщества сейчас читается другой файл. Отправьте свой через минуту.

## Расписания

error-rule-seconds = В правиле пять полей, без секунд: минута, час, день месяца, месяц, день недели. Например: 0 9 * * 1-5
error-rule-fields = В правиле пять полей через пробел: минута, час, день месяца, месяц, день недели. В вашем их { $count }. Например: 0 9 * * 1-5
error-rule-field = «{ $typed }» не подходит как { $field ->
    [minute] минута (0–59).
    [hour] час (0–23).
    [dayOfMonth] день месяца (1–31 или L, то есть последний).
    [month] месяц (1–12 или JAN–DEC).
   *[dayOfWeek] день недели (0–6 с воскресенья или SUN–SAT).
}
error-rule-often = Это чаще, чем раз в час. Укажите только одну минуту, например 0 или 30.
error-rule-never = Это никогда не сработает: ни в одном из этих месяцев нет такого дня. L означает последний день месяца.

## Почему куда-то ничего нельзя отправить; каждый текст — отдельное предложение

right-view-channel = У Parley нет там права «Просматривать канал» (View Channel).
right-send-messages = У Parley нет там права «Отправлять сообщения» (Send Messages).
right-send-messages-in-threads = У Parley нет там права «Отправлять сообщения в ветках» (Send Messages in Threads).
right-write-in-group = Parley не может отправлять сообщения в той группе: разрешите это или сделайте его администратором.
right-post-in-channel = Parley не является администратором того канала с правом «Публикация сообщений».
place-gone = Такого канала или чата больше нет.
place-left = Parley там больше не участник: добавьте его снова.
place-forbidden = У Parley нет туда доступа или права там писать.
place-kind = Туда обновления отправлять нельзя. Выберите текстовый канал, канал объявлений, ветку или публикацию на форуме.
place-forum = В самом форуме сообщений не бывает. Выберите публикацию в нём.
place-locked = Та ветка заблокирована: разблокируйте её или дайте Parley право «Управлять ветками» (Manage Threads).
place-timeout = Parley на том сервере в тайм-ауте.
place-no-messages = Discord не даёт Parley писать в тот личный чат: разрешите личные сообщения от участников сервера, на котором есть Parley.
place-blocked = Личный чат с Parley остановлен: запустите его там снова.
place-not-started = Личный чат с Parley ещё не начат: откройте его и нажмите «Начать».
place-topic-closed = Та тема закрыта: откройте её снова или разрешите Parley управлять темами.
place-topic-gone = Такой темы больше нет.

### Подписка на обновления

subscribe =
    .description = Присылать обновления в чат или канал либо вам лично
    .where = канал, чат или ссылка; без этого — здесь; «мне» для личного чата
    .topics = только обновления на эти темы
    .parties = только обновления об этих сторонах
    .importance = все обновления или только срочные
    .when = сразу или собранные в дайджест
    .time = для дайджеста: время суток или правило cron
    .day = для еженедельного дайджеста: день
    .zone = часовой пояс, например Europe/Kyiv
    .language = язык обновлений
    .quiet = часы, когда ничего не присылать, например 22:00-07:00, или off
    .silent = присылать ли без звука
    .crosspost = публиковать ли дальше в каналах, которые следят за каналом объявлений
    .usage = /subscribe ежедневно 9:00 Kyiv
subscriptions =
    .description = Куда присылаются обновления, когда пришло последнее и когда будет следующее
    .usage = /subscriptions
unsubscribe =
    .description = Прекратить обновления в чате или канале либо вам лично
    .where = канал, чат или ссылка; без этого — здесь; «мне» для личного чата
    .usage = /unsubscribe

option-where = куда
option-topics = темы
option-importance = важность
option-when = когда
option-day = день
option-time = время
option-zone = пояс
option-quiet = тишина
option-silent = беззвучно
option-crosspost = распространение

where-here = сюда
where-me = мне лично
try-again = 🔄 Попробовать ещё раз
subscribed = ✅ Подписано. Всё можно изменить ниже.
subscribe-already = Это уже подписано.
subscribe-changed = Изменено.
subscribe-partly = Этого не удалось понять, поэтому тут всё остаётся как было:
subscribe-waits = Подписка сохранена, но пока ничего не присылается, потому что этого не удалось понять:
subscribe-but = ✅ Подписано, кроме того, чего не удалось понять:
subscribe-here = 🔔 Присылать сюда
subscribe-me = 🔔 Мне лично
subscribe-again = 🔔 Подписать снова
subscriptions-title = Куда присылаются обновления
subscriptions-choose = Выберите подписку, чтобы увидеть, как она работает, или изменить её:
subscriptions-none = Нет ни одной, которую вы могли бы изменить.
subscriptions-all = Все подписки
subscription-of = Обновления: { $place }
subscription-private = ваш личный чат
subscription-when = Когда
subscription-day = День недели
subscription-time = Время суток или правило cron
subscription-instant = сразу
subscription-daily = ежедневно в { $time }
subscription-weekdays = с понедельника по пятницу в { $time }
subscription-weekly = { $day ->
    [0] по воскресеньям
    [1] по понедельникам
    [2] по вторникам
    [3] по средам
    [4] по четвергам
    [5] по пятницам
   *[6] по субботам
} в { $time }
subscription-custom = по правилу { $rule }
subscription-importance = Какие обновления
subscription-importance-all = все
subscription-importance-breaking = только срочные
subscription-all-topics = все
subscription-all-parties = все
subscription-quiet = Часы тишины
subscription-quiet-all = с { $from } до { $to }
subscription-quiet-but = с { $from } до { $to }, кроме срочных
subscription-quiet-none = нет
subscription-passes = Срочные обновления приходят и в тишину
subscription-silently = Без звука
subscription-sound = Звук
subscription-silent = выключен
subscription-loud = включён
subscription-crosspost = Публиковать в следящих каналах
subscription-paused = ⏸ Приостановлено.
subscription-paused-person = Это сделано вручную.
subscription-paused-since = С { $date }
subscription-unfinished = Ничего не присылается, пока не указано, когда.
subscription-never = Пока ничего не отправлено.
subscription-shared-only = Лично приходят обновления, общие для всех сообществ, а не те, что касаются только одного сервера или группы.
subscription-last = Последняя отправка: { $date }.
subscription-next = Следующая отправка: { $date }.
subscription-change-what = Что присылать
subscription-change-when = Когда присылать
subscription-change-quiet = Тишина и звук
subscription-pause = ⏸ Приостановить
subscription-resume = ▶ Возобновить
subscription-test = Проверить
subscription-preview = Предпросмотр
subscription-end = Отписать
subscription-back = Назад к подписке
subscription-mend-when = ✏️ Исправить время
subscription-mend-quiet = ✏️ Исправить часы тишины
subscription-saved = Сохранено.
subscription-now-paused = Приостановлено: ничего не присылается, пока вы не возобновите.
subscription-resumed = Обновления туда снова присылаются.
subscription-tested = Пробное сообщение отправлено.
subscription-end-sure = Больше не присылать туда обновлений? ({ $place })
subscription-end-yes = Да, отписать
subscription-keep = Оставить
subscription-ended = Обновлений больше не будет: { $place }
subscription-ended-still = Отправленное и дальше будет исправляться, если окажется неверным.
hint-all-topics = Ничего не выбрано — все темы
hint-all-parties = Ничего не выбрано — все стороны
hint-subscription-day = Для еженедельного дайджеста
hint-subscription-time = Например, 9:00; для правила cron — пять полей, например 0 9 * * 1-5
hint-subscription-quiet = Например, 22:00-07:00; «off», если их нет
hint-subscription-crosspost = Только для каналов объявлений
problem-time = «{ $typed }» — это не время суток. Напишите его так: 9:00 или 21:30.
problem-time-missing = скажите, в котором часу, например 9:00.
problem-rule-missing = напишите правило cron из пяти полей, например 0 9 * * 1-5.
problem-quiet = «{ $typed }» не удалось понять. Напишите, с какого и до какого часа, например 22:00-07:00, или «off».
preview-digest = Если бы следующий дайджест пришёл сейчас ({ $place }):
preview-latest = Последнее обновление, которое бы пришло ({ $place }):
preview-empty = Нового нет, а пустой дайджест не отправляется.
preview-none = Пока нет ни одного.
test-title = Проверка
test-text = Так сюда приходят обновления о мирных переговорах.
test-note = Ничего не случилось. Кто-то, кто может это менять, хотел увидеть, доходят ли сообщения.
told-paused = Обновления больше не удаётся присылать в «{ $place }», поэтому они приостановлены. { $reason }
told-paused-then = Как только это будет исправлено, они продолжатся — сами или по нажатию кнопки, — и придёт пропущенное за последние 24 часа.
told-resumed = Обновления снова присылаются в «{ $place }».
act-subscription-add = подписка «{ $subject }» на обновления оформлена
act-subscription-change = изменены обновления для «{ $subject }»
act-subscription-pause = приостановлены обновления для «{ $subject }»
act-subscription-resume = возобновлены обновления для «{ $subject }»
act-subscription-end = подписка «{ $subject }» на обновления отменена
kept-subscriptions = { $count ->
    [one] { $count } подписка на обновления
    [few] { $count } подписки на обновления
   *[other] { $count } подписок на обновления
}
kept-updates = { $count ->
    [one] { $count } текст обновления, который вы написали или одобрили
    [few] { $count } текста обновлений, которые вы написали или одобрили
   *[other] { $count } текстов обновлений, которые вы написали или одобрили
}
error-subscribe-platform = Сюда обновления присылать нельзя: они приходят в Discord и Telegram.
error-subscribe-where = «{ $typed }» не называет никакого места. Напишите упоминание, id или ссылку на канал, @название канала в Telegram, «здесь» или «мне» для личного чата.
error-subscribe-nowhere = Parley не может сам писать сюда. Назовите канал или чат либо напишите «мне» для личного чата.
error-subscribe-moderators = Что присылать сюда, выбирают модераторы этого чата.
error-subscribe-foreign = Это не относится к чатам этого сообщества, которые вы модерируете. Parley должен быть там участником; /link присоединяет чат к этому сообществу.
error-subscribe-person = Вы пишете от имени чата, а личного чата у него нет. Напишите /subscribe в личном чате с Parley.
error-not-subscribed = Туда обновления не присылаются. Куда присылаются — показывает /subscriptions.
error-subscription-gone = Такой подписки, которую вы могли бы изменить, нет. Имеющиеся показывает /subscriptions.
error-subscription-changed = Тем временем это кто-то изменил, поэтому ваше не сохранено. Вот как оно теперь; попробуйте ещё раз.
error-place-unfit = Присылать туда обновления пока нельзя. { $missing }
error-private-unfit = Parley пока не может писать вам лично. { $missing }
error-place-silent = Платформа сейчас не отвечает. Попробуйте ещё раз немного позже.
error-no-crosspost = Только за каналами объявлений в Discord следят другие каналы.
error-test-wait = Платформа просит подождать. Попробуйте ещё раз через { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
}.
error-test-gone = Пробное сообщение отправить не удалось, поэтому обновления приостановлены. { $missing }
error-test-unknown = Связь оборвалась: пробное сообщение могло прийти или нет. Посмотрите там.
error-test-refused = Платформа отклонила пробное сообщение: { $reason }

### Обновления

update =
    .description = Публиковать, исправлять и отзывать обновления для всех подписанных
update-post =
    .description = Опубликовать обновление: форма, предпросмотр, время на раздумья
    .title = что произошло, одной строкой; остальное спросит форма
    .language = язык, на котором вы пишете
    .usage = /update post Переговоры возобновляются в Женеве
update-edit =
    .description = Исправить или перевести отправленное обновление: меняются все копии
    .update = название обновления или несколько слов из него
    .language = язык, на котором писать
    .usage = /update edit переговоры возобновляются
update-retract =
    .description = Отозвать обновление: вместо копий будет сообщение с причиной
    .update = название обновления
    .reason = почему оно отозвано; читатели это увидят
    .usage = /update retract Переговоры возобновляются в Женеве
update-list =
    .description = Обновления этого сообщества и ваши черновики
    .usage = /update list
update-status =
    .description = Сколько уже доставлено, вживую; последнее, если не назвать другого
    .update = название обновления или несколько слов из него
    .usage = /update status переговоры возобновляются
latest =
    .description = Последние обновления, по желанию на одну тему
    .topic = тема, на которую показать обновления
    .as = картинкой или текстом
    .usage = /latest НАТО
option-title = название
option-update = обновление

all-updates = Все обновления
update-breaking = 🔴 Срочно: { $title }
update-shown-in = Ещё не переведено: показано на языке оригинала ({ $language }).
update-published = Опубликовано: { $date }.
update-corrected = ✏️ Исправлено { $date }: { $reason }
update-retracted = Отозвано
update-retracted-why = Отозвано { $date }: { $reason }
update-follows = Это исправляет более раннее сообщение здесь, которое уже нельзя изменить.
update-follows-retracted = Это касается более раннего сообщения здесь, которое уже нельзя изменить.
update-line-retracted = ✖ Отозвано: { $title }
update-line-pending = ⏳ { $title } — ещё не отправлено
latest-title = Последние обновления
latest-on = Последние обновления: { $topic }
latest-none = Обновлений пока нет.
digest-title = { $count ->
    [one] { $count } обновление
    [few] { $count } обновления
   *[other] { $count } обновлений
}
digest-other = Другое
digest-also = А также
digest-more = И ещё { $count } — под кнопкой «Все обновления».

field-title = Название
field-text = Текст
field-correction = Что исправлено
field-importance = Важность
field-outdates = Что из-за этого устарело
hint-title = Что произошло, одной строкой; не больше 200 символов
hint-text = Первый абзац — главное коротко. Указывайте, кто это говорит. Markdown, не больше 3000 символов
hint-correction = Читатели увидят: «Исправлено: …». Оставьте пустым, если смысл тот же
hint-importance = Срочное отправляется первым и может прийти в тихие часы
hint-outdates = По одной в строке: статья или сторона/тема, которая больше не верна; попадёт в /review
hint-retract = Это увидит каждый читатель
form-update-new = Новое обновление
form-update-edit = Исправить обновление
problem-no-correction = скажите в нескольких словах, что исправлено: читатели это увидят. Если смысл тот же, нажмите соответствующую кнопку.
problem-outdates = статьи или позиции «{ $typed }» нет. Напишите вопрос или название статьи либо сторону/тему.
problem-one-message = вместе с источниками это слишком длинно для одного сообщения, а обновление отправляется одним. Сократите, пожалуйста.
problem-update-retracted = это обновление тем временем отозвали, поэтому исправить его уже нельзя. Опубликуйте новое.
update-preview = Предпросмотр: так это увидят читатели. От кого: { $community }.
update-audience = { $count ->
    [0] На такое пока никто не подписан. Обновление будет видно в /latest.
   *[other] Его получат подписанные чаты и каналы: { $count }.
}
update-undo-window = { $seconds ->
    [one] После «Опубликовать» его можно забрать назад в течение { $seconds } секунды.
   *[other] После «Опубликовать» его можно забрать назад в течение { $seconds } секунд.
}
update-changes-copies = Будет изменена каждая отправленная копия.
update-undo = ↩ Забрать назад
update-edit-it = ✏️ Исправить
update-retract-it = ✖ Отозвать
update-post-one = ➕ Новое обновление
updates-own = Обновления
update-list-open = Все обновления сообщества
update-draft-line = Обновление: { $title }
update-which = Какое именно?
update-retract-title = Отозвать обновление
update-retract-why = Почему отзываете «{ $title }»? Вместо каждой копии будет сообщение с причиной.
done-update-edit = Готово: все копии меняются.
done-update-retract = Вместо копий появляется сообщение.
status-delivered = доставлено
status-waiting = ждёт
status-held = приостановлено
status-failed = не удалось
status-uncertain = неизвестно
status-pending = { $seconds ->
    [one] Будет отправлено через { $seconds } секунду. До этого можно забрать назад.
    [few] Будет отправлено через { $seconds } секунды. До этого можно забрать назад.
   *[other] Будет отправлено через { $seconds } секунд. До этого можно забрать назад.
}
status-due = Отправляется.
status-under-way = Ещё в пути…
status-corrected = Исправлено { $date } (версия { $number }).
status-nobody = На такое пока никто не подписан. Обновление видно в /latest.
status-reasons = Почему
status-next = Следующая попытка: { $date }
delivery-rate-limit = платформа просит подождать
delivery-quiet-hours = там тихие часы
delivery-interrupted = Parley остановили во время отправки
delivery-moved = у чата теперь другой идентификатор
delivery-fault = ошибка самого Parley, записанная в журнал
status-resend-failed = 🔁 Отправить снова, где не удалось
status-resend-uncertain = 🔁 Отправить снова, где неизвестно
status-resent = { $count ->
    [0] Отправлять снова нечего.
   *[other] Отправляется снова: { $count }.
}
announce-it = 📢 Сообщить об изменении
announce-title = Изменено: { $title }
announce-new = Новое: { $title }
announce-lead = Текст «{ $title }» изменился.
announce-new-lead = Появился новый текст: «{ $title }».
announce-was = Было: { $text }
announce-now = Стало: { $text }
review-outdated = Устарело из-за обновления
outdated-by = Согласно этому обновлению, это больше не соответствует действительности: { $title }
outdated-then = Измените текст или подтвердите, что он по-прежнему верен. Тогда он исчезнет из этого списка.
outdated-fine = ✅ По-прежнему верно
outdated-update = Показать обновление
outdated-settled = «{ $title }» по-прежнему верно.
detail-which = что именно
act-update-post = опубликовано обновление «{ $subject }»
act-update-approve = одобрено и опубликовано обновление «{ $subject }»
act-update-edit = исправлено обновление «{ $subject }»
act-update-retract = отозвано обновление «{ $subject }»
act-update-undo = забрано назад до отправки обновление «{ $subject }»
act-update-submit = отправлено на проверку обновление «{ $subject }»
act-update-return = возвращено автору обновление «{ $subject }»
act-update-reject = отклонено обновление «{ $subject }»
act-update-resend = отправлено снова обновление «{ $subject }»
act-update-settle = подтверждено после обновления: «{ $subject }» по-прежнему верно
error-no-update = Обновления «{ $typed }» здесь нет. Все есть в /latest.
error-no-updates = Обновлений пока нет. Опубликуйте первое: /update post
error-update-pending = Это обновление ещё не отправлено. Чтобы его изменить, заберите его назад: /update status
error-update-unsent = Это обновление ещё не отправлено. Просто заберите его назад.
error-update-retracted = Это обновление отозвано. Опубликуйте новое: /update post
error-update-file = Это обновление взято из файла content/updates/{ $file }.md. Исправьте его там: копии изменятся, как только файл прочтут снова.
error-undo-over = Его уже отправили или кто-то уже забрал его назад. Исправьте или отзовите его: /update status
error-retract-why = Укажите, почему: это увидит каждый читатель.
error-announce-nothing = Этому сообществу не о каком собственном изменении сообщать.
error-not-outdated = Это уже решено. Что ещё ждёт, показывает /review.

## Изображения

positions =
    .description = Позиции всех сторон по всем темам
    .as = картинкой или текстом
    .usage = /positions
option-as = вид
positions-title = Позиции сторон
as-picture = 🖼 Картинкой
in-words = ☰ Текстом
alt-more = …и ещё { $count }: нажмите «{ $button }».
stances-attributed = Каждая строка — это слова самой стороны или то, что о них сообщают, а не вывод Parley.
stances-overdue = ⚠ Пора пересмотреть, может быть устаревшим: { $items }.
stances-untranslated = Ещё не переведено, показано по-английски: { $items }.
timeline-breaking = СРОЧНО
timeline-retracted = ОТОЗВАНО
timeline-sources = Каждое обновление называет свои источники: откройте его из списка текстом.

## Числа

stats =
    .description = Числа этого сообщества: вопросы, статьи, оценки, доставка
    .days = за сколько дней; если не указать, за 30
    .as = картинкой или текстом
    .chart = только одна диаграмма
    .usage = /stats 7
option-days = дней
option-chart = диаграмма
stats-title = В числах: { $community }
stats-period = { $from } – { $to }, сутки по { $zone }
privacy-totals = Сколько вопросов задают за день и как часто показывают статью, считается для модераторов каждого сообщества и хранится { $days } дней: это только итоги, в них нет имён.
stats-kept = Считаются только итоги: не то, кто спросил, и не то, какими словами.
stats-shared = Здесь то, о чём спрашивали в личных сообщениях. У каждого сообщества свои числа, и видят их только его модераторы.
stats-questions = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[other] { $count } вопросов
}: с ответом { $answered } ({ $answeredShare } %), «может быть, что-то из этого?» { $unsure } ({ $unsureShare } %), без ответа { $none } ({ $noneShare } %).
stats-questions-none = В эти дни никто ничего не спрашивал.
stats-opened = Статьи, открытые кнопкой, из списка или из подсказки: { $count }.
stats-votes = Помог ли ответ? Да — { $helpful }, нет — { $unhelpful }.
stats-deliveries = Сообщения в каналы этого сообщества: доставлено { $sent }, приостановлено { $held }, неизвестно { $uncertain }, не удалось { $failed }.
stats-deliveries-note = Доставка — это обновления и дайджесты в собственные каналы этого сообщества: каждое считается один раз на канал, в нынешнем состоянии, по дню последнего изменения. То, что участники получают лично, не учтено.
stats-chart-questions = Вопросы по дням
stats-chart-entries = Чаще всего показанные статьи
stats-chart-votes = Помог ли ответ?
stats-chart-deliveries = Доставка по дням
stats-answered = с ответом
stats-unsure = «может быть, что-то из этого?»
stats-none = без ответа
stats-shown = показано
stats-yes = да
stats-no = нет
stats-more = И ещё { $count }: все есть в файле.
stats-gone = { $entry } (уже нет)
stats-days = { $days } дней
stats-file = CSV
stats-file-done = Все числа, по строке на каждое.
stats-file-columns = kind — question (вопрос), opened (открыто), shown (показано), helpful (помог), unhelpful (не помог) или delivery (доставка); date — день или первый и последний день; entry — идентификатор статьи; name — название; value — число. Название, которое таблица приняла бы за формулу, начинается с апострофа.
