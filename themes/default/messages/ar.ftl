### نصوص الواجهة بالعربية.

## في كل صفحة

skip-to-text = انتقل إلى النص
nav-site = الموقع
nav-trail = موضع هذه الصفحة
nav-about-site = عن هذا الموقع
nav-languages = اللغات
language-missing = { $language } (هذه الصفحة ليست بعد)
held-draft = مسودة: لم تُنشر
held-embargoed = محظور النشر حتى { $date }، { $time } بالتوقيت العالمي المنسق: لم يُنشر
nav-facts = معلومات أساسية
nav-contents = في هذه الصفحة
nav-sections = أقسام
footer-standing = تُعرض كل إفادة مع قائلها ومصدرها وصفتها القانونية. «مزعوم» تعني أن شيئًا لم يثبت.
footer-corrections = تصويبات
footer-feed = خلاصة: { $title }
footer-data = بيانات: JSON، CSV
list-separator = { "، " }
list-and = { "؛ وكذلك " }
no-date = بلا تاريخ

## أنواع الصفحات

kind-dossier = ملف
kind-case = قضية
kind-hearing = جلسة
kind-person = شخص
kind-organisation = مؤسسة
kind-place = مكان
kind-event = حدث
kind-source = مصدر
kind-page = صفحة
kinds-dossier = ملفات
kinds-case = قضايا
kinds-hearing = جلسات
kinds-person = أشخاص
kinds-organisation = مؤسسات
kinds-place = أماكن
kinds-event = أحداث
kinds-source = مصادر
kinds-page = صفحات
count-dossier = { $count ->
    [zero] لا ملفات
    [one] ملف واحد
    [two] ملفان
    [few] { $count } ملفات
    [many] { $count } ملفًا
   *[other] { $count } ملف
}
count-case = { $count ->
    [zero] لا قضايا
    [one] قضية واحدة
    [two] قضيتان
    [few] { $count } قضايا
   *[other] { $count } قضية
}
count-hearing = { $count ->
    [zero] لا جلسات
    [one] جلسة واحدة
    [two] جلستان
    [few] { $count } جلسات
   *[other] { $count } جلسة
}
count-person = { $count ->
    [zero] لا أشخاص
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
}
count-organisation = { $count ->
    [zero] لا مؤسسات
    [one] مؤسسة واحدة
    [two] مؤسستان
    [few] { $count } مؤسسات
   *[other] { $count } مؤسسة
}
count-place = { $count ->
    [zero] لا أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $count } أماكن
    [many] { $count } مكانًا
   *[other] { $count } مكان
}
count-event = { $count ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثًا
   *[other] { $count } حدث
}
count-source = { $count ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $count } مصادر
    [many] { $count } مصدرًا
   *[other] { $count } مصدر
}
count-page = { $count ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
   *[other] { $count } صفحة
}
count-statement = { $count ->
    [zero] لا إفادات
    [one] إفادة واحدة
    [two] إفادتان
    [few] { $count } إفادات
   *[other] { $count } إفادة
}

## الصفحة الرئيسية والقوائم

home-dossiers = ملفات
home-scheduled = الجلسات المقبلة
home-hearings = آخر الجلسات
home-cases = قضايا
index-letters = حروف
index-years = سنوات
index-by-date = بحسب التاريخ
index-by-case = بحسب القضية
index-not-named = غير مسمَّين
index-others = غيرها
index-no-date = بلا تاريخ معروف
index-without-case = بلا قضية
calendar-title = الجلسات المقبلة
calendar-of = { $title }: جلسات
calendar-count = { $count ->
    [zero] لا جلسة محددة الموعد هنا.
    [one] جلسة واحدة محددة الموعد.
    [two] جلستان محددتا الموعد.
    [few] { $count } جلسات محددة الموعد.
   *[other] { $count } جلسة محددة الموعد.
}
calendar-no-day = اليوم غير معروف بعد
subscribe-calendar = { $title } (ملف تقويم)
subscribe-feed = { $title } (خلاصة)
timeline-title = التسلسل الزمني
timeline-no-year = بلا سنة معروفة
timeline-undated = هذه لا تقع في أي سنة، والسبب مذكور بجانب كل منها.
timeline-empty = لا شيء مؤرَّخ بعد.
undated-no-date = لا تاريخ مسجَّل هنا.
undated-no-year = السنة غير مذكورة.
undated-part-of-year = لا يُعرف من السنة إلا العقد أو القرن.
undated-some-without-year = بعض التواريخ المحتملة بلا سنة.

## معلومات أساسية

fact-date = التاريخ
fact-status = الحالة
fact-case = القضية
fact-court = المحكمة
fact-place = المكان
fact-next-date = الموعد التالي المحدد
fact-file-number = رقم الملف
fact-opened = تاريخ الفتح
fact-about = الموضوع
fact-split-from = فُصلت عن
fact-split-into = فُصل عنها
fact-aliases = كتابات أخرى
fact-same-as = في مواضع أخرى
fact-tags = وسوم
fact-seat = المقر
fact-cases-about = قضايا بشأنه
fact-within = جزء من
fact-parts = أجزاء
fact-coordinates = الإحداثيات
fact-precision = الدقة
fact-publisher = الناشر
fact-author = الكاتب
fact-published = تاريخ النشر
fact-accessed = تاريخ الاطلاع
fact-original = الأصل
fact-archived = نسخة مؤرشفة
fact-stored = نسخة محفوظة
fact-sha256 = بصمة SHA-256 للنسخة المحفوظة
fact-published-sha256 = بصمة SHA-256 للصورة المنشورة، من دون ما كتبته فيها آلات التصوير والمحررات
fact-original-sha256 = بصمة SHA-256 للنسخة المحفوظة غير المنشورة
fact-cleaned = نُظِّفت البيانات الوصفية
cleaned-checked = نعم
cleaned-unchecked = نعم، بحسب قول الناشرين؛ ولا يستطيع البرنامج فحص ملف من هذا النوع
fact-retells = ينقل عن
coordinates = { $north }° شمالًا، { $east }° شرقًا
open-stored = افتح النسخة المحفوظة
precision-exact = المكان بعينه
precision-vicinity = يُعرض محيطه فقط
precision-locality = تُعرض مدينته أو منطقته فقط
precision-region = يُعرض إقليمه فقط
source-article = مقال
source-judgment = حكم
source-minutes = محضر
source-indictment = لائحة اتهام
source-record = سجل
source-audio = تسجيل صوتي
source-video = تسجيل مصوَّر
source-photo = صورة
source-post = منشور
source-notes = ملاحظات

## تواريخ

date-worked-out = استنتجه المؤلفون: { $date }، استنادًا إلى: { $basis }

## وثائق

namesakes = لا ينبغي الخلط مع: { $names }.
embed-from = من { $link }
embed-goes-on = تابع القراءة: { $link }
cited-title = المصادر المستشهد بها
cited-not-seen = لم يُطَّلع عليه: استُشهد به عبر مصدر آخر.
cited-archived = نسخة مؤرشفة: { $link }.
cited-about = عن هذا المصدر
cited-about-label = عن المصدر { $number }
cited-back-label = عودة إلى النص، المصدر { $number }
cited-back-label-again = عودة إلى النص، المصدر { $number } ({ $time })
byline = بقلم { $authors }
updated = آخر تحديث: { $date }
minutes-to-read = { $count ->
    [zero] أقل من دقيقة قراءة
    [one] دقيقة قراءة واحدة
    [two] دقيقتا قراءة
    [few] { $count } دقائق قراءة
   *[other] { $count } دقيقة قراءة
}
dossier-named = المذكورون في هذا الملف
sources-title = المصادر
replies-title = الردود
corrections-title = تصويبات
correction-was = كان النص: { $words }
correction-now = صار النص: { $words }
backlinks-title = صفحات تذكر هذا

## جلسات وقضايا

session-scheduled = محددة الموعد
session-held = انعقدت
session-adjourned = أُجِّلت
session-cancelled = أُلغيت
hearing-participants = الحاضرون
hearing-who-said-what = من قال ماذا
hearing-neighbours = جلسات هذه القضية
hearing-previous = الجلسة السابقة
hearing-next = الجلسة التالية
hearings-title = الجلسات
hearings-table = جدول الجلسات
case-course = ماذا حدث ومتى
case-accounts = حيث تختلف الروايات
case-parties = الأطراف ووضعهم القانوني
case-roles = الأشخاص بحسب الدور
roles-title = الأدوار في القضايا
parties-table = جدول الأطراف
column-date = التاريخ
column-hearing = الجلسة
column-role = الدور
column-status = الحالة
column-party = الطرف
column-as-of = حتى تاريخ
column-source = المصدر
column-number = رقم
column-standing = الصفة
column-who-says-what = من يقول ماذا

## القانون

legal-status = الوضع القانوني
legal-status-none = لا وضع قانوني مسجَّل هنا.
presumption = كل متهم بجريمة بريء إلى أن تثبت إدانته وفقًا للقانون.
listed-under = مدرج تحت «{ $role }»
as-of = حتى { $date }، وفقًا لـ: { $source }
stage-not-a-party = ليس طرفًا في القضية
stage-named-in-file = مذكور في ملف القضية
stage-suspect = مشتبه به
stage-charged = وُجِّه إليه الاتهام
stage-on-trial = قيد المحاكمة
stage-acquitted = بُرِّئ
stage-dismissed = أُسقطت التهم
stage-convicted-appealable = أُدين، والحكم غير نهائي
stage-convicted-final = أُدين، والحكم نهائي
role-judges = القضاة
role-prosecutors = المدعون العامون
role-defendants = المتهمون
role-complainants = المشتكون
role-victims = الضحايا
role-lawyers = المحامون
role-witnesses = الشهود
role-experts = الخبراء
role-officials = الموظفون الرسميون
role-observers = المراقبون

## أشخاص غير مسمَّين

person-not-named = غير مسمَّى هنا
withheld-title = سبب عدم ذكر الاسم
withheld-source = مصدر المعلومة: { $source }
how-unknown = الاسم غير معروف.
how-not-said = لم يُذكر الاسم.
how-by-us = نعرف الاسم ونحجبه.
how-pseudonym = الاسم المعروض ليس الاسم الحقيقي.
why-court = منعت محكمة ذكره.
why-minor = الشخص قاصر.
why-victim = الشخص ضحية.
why-source = الشخص مصدر.
why-safety = قد يعرِّض ذكره الشخص للخطر.
why-law = القانون يمنع ذكره.
why-editorial = هكذا قررت هيئة التحرير.
not-named-title = غير المسمَّين
not-named-dek = أشخاص يظهرون في هذه الصفحات بلا أسماء، وأسباب ذلك.
not-named-no-reason = لا سبب مسجَّلًا.
not-named-appears = يظهر في: { $pages }
not-named-appears-among = عدد الصفحات التي يظهر فيها: { $count }، منها { $pages }
not-named-none = كل من في هذه الصفحات مسمَّى.

## إفادات

statement-number = الإفادة { $number }
statement-number-within = الإفادة { $number }
status-reported = منقول
status-alleged = مزعوم، لم يثبت
status-established = ثابت
status-retracted = مسحوب
standing-reported = منقول
standing-alleged = مزعوم
standing-established = ثابت
standing-retracted = مسحوب
form-testimony = شهادة
form-submission = مرافعة
form-ruling = قرار
form-act = فعل
form-document = وثيقة
form-background = خلفية
form-within-testimony = شهادة
form-within-submission = مرافعة
form-within-ruling = قرار
form-within-act = فعل
form-within-document = وثيقة
form-within-background = خلفية
unattributed = لم ينسبه مصدره إلى أحد
unattributed-within = لم ينسبه مصدره إلى أحد
statement-about = بشأن { $names }
statement-via = كما نقل: { $sources }
statement-no-source = لم يُذكر مصدر
statement-on-page = { $statement } في { $page }
statement-on-page-date = { $statement } في { $page }، { $date }
translation-ours = ترجمتنا للاقتباس
translation-by = ترجمتنا للاقتباس، ترجمة: { $translator }
named-statement = { $statement } ({ $speaker }، { $standing })
named-own = { $statement } ({ $standing })
named-on-page = { $named } في { $page }

## علاقة إفادة بأخرى

relation-contradicts = تناقض { $statement }
relation-denies = تنفي { $statement }
relation-supports = تؤيد { $statement }
relation-repeats = تكرر { $statement }
relation-corrects = تصحح { $statement }
related-contradicts = تناقضها { $statement }
related-denies = نفاها { $speaker } في { $statement }
related-denies-own = نفاها القائل نفسه في { $statement }
related-denies-unattributed = تنفيها { $statement }، ولم ينسبها مصدرها إلى أحد
related-supports = تؤيدها { $statement }
related-repeats = تكررها { $statement }
related-corrects = تصححها { $statement }
relation-by = { $relation }، قائلها: { $speaker }
relation-own = { $relation }، للقائل نفسه
relation-unattributed = { $relation }، ولم ينسبها مصدرها إلى أحد
relation-on-page = { $relation }، في { $page }
relation-retracted = { $relation }، وقد سُحبت
relation-judgement = { $relation }، بحسب تقدير هيئة التحرير

## ما تستند إليه الإفادات

origin-not-seen = { $source } ({ $mark })
origin-not-seen-mark = لم يُطَّلع عليه
origin-through = عبر { $statements }، { $source }
support-corroborated = تؤيدها أصول مستقلة: { $origins }.
support-unseen-as-one = الأصول التي لم يُطَّلع عليها وعددها { $count } تُحسب أصلًا واحدًا.
support-none-seen = تستند إلى أصول عددها { $count } لم يُطَّلع على أي منها: { $origins }. ولا يُعرف إن كان بعضها مستقلًا عن بعض.
support-one-origin = تستند إلى أصل واحد: { $origins }.
support-reports-one-origin = هذه التقارير أصل واحد.
origin-was-not-seen = أصلها { $source } { $mark }.
origin-was-not-seen-mark = لم يُطَّلع عليه
origin-goes-back = تعود إلى { $source }.
no-reply-of = لا رد مسجَّلًا من: { $names }.
rests-one = الإفادة الوحيدة هنا تستند إلى { $sources }.
rests-all = كل الإفادات هنا وعددها { $total } تستند إلى { $sources }.
rests-some = من الإفادات هنا وعددها { $total }، تستند { $count } إلى { $sources }.
rests-sources = { $count ->
    [one] مصدر واحد، { $names }
    [two] مصدرين: { $names }
    [few] { $count } مصادر: { $names }
    [many] { $count } مصدرًا: { $names }
   *[other] { $count } مصدر: { $names }
}
retold-by = الناقل: { $names }؛ المنقول عنه: { $origin }.
retold-by-both = كلا التقريرين ينقل عن { $origin }.
retold-by-all = كل التقارير وعددها { $count } تنقل عن { $origin }.
retold-not-seen = { $source }، الذي { $mark }
retold-not-seen-mark = لم يُطَّلع عليه
at-odds = { $who }: تناقض بين أقواله هو نفسه؛ { $one } تناقض { $other }.
accounts-about = روايتان بشأن { $names }: { $one } تناقض { $other }.
accounts = روايتان: { $one } تناقض { $other }.
accounts-judgement = القول بأن إفادة تناقض أخرى هو تقدير هيئة التحرير.
follows-title = ما يترتب على السجل
unanswered-all = { $alleged ->
    [one] إفادة واحدة لآخرين تزعم شيئًا بشأن { $who }. لا رد مسجَّلًا.
    [two] إفادتان لآخرين تزعمان شيئًا بشأن { $who }. لا رد مسجَّلًا.
    [few] { $alleged } إفادات لآخرين تزعم شيئًا بشأن { $who }. لا رد مسجَّلًا.
   *[other] { $alleged } إفادة لآخرين تزعم شيئًا بشأن { $who }. لا رد مسجَّلًا.
}
unanswered-some = من إفادات لآخرين عددها { $alleged } تزعم شيئًا بشأن { $who }، لا رد مسجَّلًا على { $count } منها.
denied = منفية: { $statement }، تنفيها { $by }.
said-by-person = أقوال هذا الشخص
said-by-organisation = أقوال هذه المؤسسة
nothing-said-by-person = لا قول مسجَّلًا هنا لهذا الشخص.
nothing-said-by-organisation = لا قول مسجَّلًا هنا لهذه المؤسسة.
said-about-person = ما قيل عن هذا الشخص
said-about-organisation = ما قيل عن هذه المؤسسة
said-about-place = ما قيل عن هذا المكان
said-about-event = ما قيل عن هذا الحدث
place-events = ما حدث هنا

## أرقام وتواريخ تذكرها المصادر

counts-title = ما تذكره المصادر
differ-number-one-source = يذكر المصدر أرقامًا مختلفة.
differ-date-one-source = يذكر المصدر تواريخ مختلفة.
differ-number = تذكر المصادر أرقامًا مختلفة.
differ-date = تذكر المصادر تواريخ مختلفة.
differ-compatible = قد تصح كلها معًا.
differ-none-chosen = لم يُختر أي منها هنا.
in-its-words = بلفظه: { $quote }
according-to = وفقًا لـ: { $source }
amount-exactly = { $number }
amount-about = نحو { $number }
amount-more-than = أكثر من { $number }
amount-at-least = { $number } على الأقل
amount-less-than = أقل من { $number }
amount-at-most = { $number } على الأكثر
amount-between = بين { $number } و{ $most }

## المصادر

source-unseen = استُشهد به عبر آخرين؛ لم يطَّلع عليه المؤلفون.
source-retells-title = عمَّن ينقل
source-retells-none = لا مصدر ينقل عنه مسجَّلًا هنا.
source-retold-title = من ينقل عنه
source-cited-title = ما يستشهد به
source-cited-none = لا شيء في هذا الموقع يستشهد به مباشرة.
source-cited-elsewhere = ما يستشهد به عبر آخرين موجود في صفحات من ينقل عنه.
lineage-this = هذا المصدر، { $seen }
lineage-retells = ينقل عن { $source }، { $seen }
lineage-retold-by = ينقل عنه { $source }، { $seen }
lineage-seen = اطَّلع عليه المؤلفون
lineage-not-seen = لم يطَّلع عليه المؤلفون
lineage-above = { $branch } (انظر أعلاه)
lineage-circle = { $branch } (هذا يعود في حلقة)
lineage-further = { $branch } (وهكذا؛ انظر هناك)
lineage-more = وغيرها، وعددها { $count }.
lineage-more-open = وغيرها، وعددها { $count }؛ تتمتها من { $open }.
lineage-more-ends = وغيرها، وعددها { $count }؛ حتى { $ends }.
lineage-more-open-ends = وغيرها، وعددها { $count }؛ تتمتها من { $open } حتى { $ends }.
cited-statements = إفادات
cited-standings = الوضع القانوني
cited-standing = { $who }: { $stage } في { $case }، حتى { $date }، وفقًا لـ: { $source }
cited-standing-role = { $who }: { $role }، { $stage } في { $case }، حتى { $date }، وفقًا لـ: { $source }
cited-counts = أرقام وتواريخ
cited-count = { $what }: { $count }
cited-withheld = سبب عدم تسمية أحدهم
cited-withheld-source = وفقًا لـ: { $source }.
cited-pages = صفحات تستند إليه

## تصويبات وسحب

corrections-page = صفحة { $number } من { $count }
corrections-dek = ما كان خطأ في هذه الصفحات وصُوِّب، وما سُحب، وردود المعنيين. الأحدث أولًا.
corrections-none = لم يُجرَ أي تصويب حتى الآن.
corrections-lists = صفحات هذه القائمة
corrections-newer = الأحدث
corrections-older = الأقدم
withdrawals-title = ما سُحب
withdrawal-page-day = سُحبت صفحة في { $date }.
withdrawal-page-date = سُحبت صفحة ({ $date }).
withdrawal-statement-day = سُحبت إفادة في { $date }.
withdrawal-statement-date = سُحبت إفادة ({ $date }).
reply-on = بشأن { $page }
withdrawn-title = صفحة مسحوبة
withdrawn-day = سُحبت صفحة كانت هنا في { $date }.
withdrawn-date = سُحبت صفحة كانت هنا ({ $date }).
withdrawn-more = تصويبات وسحب
moved-title = انتقلت هذه الصفحة
moved-to = هي الآن في { $page }.
not-found-title = الصفحة غير موجودة
not-found-dek = لا شيء في هذا العنوان. ربما انتقلت الصفحة، أو ربما { $withdrawn }.
not-found-withdrawn = سُحبت

## بيانات

data-title = بيانات
data-dek = ما تقوله هذه الصفحات، في جداول لبرامج أخرى.
data-standing = تحتفظ كل إفادة بقائلها ومصدرها وصفتها: «مزعوم» تعني أن شيئًا لم يثبت. والوضع القانوني لا يصح إلا لقضيته وتاريخه. ومن يستعمل هذه الجداول يُبقي ذلك كله بجانب الكلام.
data-people = الأشخاص غير المسمَّين يردون هنا كما في الصفحات، ولا يجوز البحث عن أحد وراء وصف. حيث تكون { $gathered } بقيمة false لا يجوز جمع شيء عن ذلك الشخص؛ وحيث تكون { $noindex } بقيمة true على محركات البحث أن تبتعد.
data-tables = جداول البيانات
data-column-table = الجدول
data-column-holds = محتواه
data-column-files = الملفات
data-schema = ملفات JSON تتبع هذا المخطط:
table-statements = من قال ماذا عن من، ومن نقله، وبأي صفة، وما يترتب عليه
table-entities = كل ما له صفحة هنا، مع تواريخه
table-relations = من كان له أي دور وأين، وما يذكر ماذا، وعلاقة كل إفادة بغيرها
table-standing = الوضع القانوني للأطراف، بحسب القضية، مع تاريخه ومصدره
table-withheld = من لا يُسمَّى، ولماذا
table-sources = من أين عُرف ذلك، وعمَّن ينقل كل مصدر، وهل اطُّلع عليه

## ما يكتبه البرنامج في الصفحات والخلاصات والجداول

unpublished-person = شخص غير مسمَّى هنا
unpublished-organisation = مؤسسة غير مسمَّاة هنا
unpublished-place = مكان غير مسمَّى هنا
unpublished-source = مصدر غير منشور هنا
unpublished-page = صفحة غير منشورة هنا
date-not-stated = التاريخ غير مذكور
feed-worked-out = استنتج المؤلفون التاريخ: { $basis }
feed-corrections = { $site }: تصويبات
feed-correction = تصويب: { $page }
feed-reply = رد من { $who }: { $page }
field-about = الموضوع
field-case = القضية
field-court = المحكمة
field-retells = ينقل عن
field-in-facts = في معلوماته
field-not-same-as = ليس نفسه
field-place = المكان
field-publisher = الناشر
field-source = المصدر
field-split-from = فُصلت عن
field-who = الطرف
field-within = جزء من
field-other = مذكور
field-statement-source = مصدر إفادات
field-spoke = تكلَّم
backlink-cited = مستشهد به هناك
backlink-shown = معروض هناك
backlink-speaker = قائل إفادات
backlink-about = موضوع الإفادة { $number } ({ $standing })
backlink-related = ذو صلة بالإفادة { $number } ({ $standing })
backlink-cited-in = مستشهد به في الإفادة { $number } ({ $standing })
notes-title = حواشٍ
table-label = جدول
callout-note = ملاحظة
callout-warning = تحذير
callout-disputed = محل خلاف
callout-tip = نصيحة
callout-important = مهم
callout-caution = تنبيه
callout-short = باختصار
note-back = عودة إلى النص، حاشية { $number }
note-back-again = عودة إلى النص، حاشية { $number } ({ $time })
note-label = حاشية { $number }
cited-label = المصدر { $number }
source-mark = مصدر
corrections-title-page = تصويبات، { $number }

## الصيغة القصيرة لإفادة

short-form = { $speaker } ({ $form }، { $standing }): { $words }
short-withdrawn = مسحوب
short-reported = منقول عن { $sources }
short-alleged = مزعوم، لم يثبت، كما نقل: { $sources }
short-established = ثابت، وفقًا لـ: { $sources }
short-retracted = مسحوب، كما نقل: { $sources }
short-reported-no-source = منقول، لم يُذكر مصدر
short-alleged-no-source = مزعوم، لم يثبت، لم يُذكر مصدر
short-established-no-source = ثابت، لم يُذكر مصدر
short-retracted-no-source = مسحوب، لم يُذكر مصدر

## البحث

search-title = بحث
search-site = البحث في هذا الموقع
search-words = اسم أو كلمات
search-button = ابحث
search-offers = أسماء
search-dek = الأسماء أولًا، ثم كل ما كُتب وقيل. وحيث لا تعمل البرامج النصية تقود القوائم أدناه.
search-narrow = تضييق النتائج
search-more = نتائج أخرى
search-lists = جميع القوائم
search-all = جميع الصفحات في قائمة واحدة
search-people = الأشخاص مرتبين أبجديًا
search-years = الجلسات بحسب السنة
search-cases = قضايا
search-kinds = بحسب النوع
search-found = { $count ->
    [few] { $shown } نتائج
   *[other] { $shown } نتيجة
}
search-nothing = لم يُعثر على شيء عن «{ $question }».
search-failed = تعذّر تحميل البحث. حاول مرة أخرى، أو استخدم القوائم أدناه.
search-statement = إفادة
search-by-kind = النوع
search-by-case = القضية
search-by-role = الدور
search-by-year = السنة
search-by-language = اللغة
search-by-status = حال الإفادات
all-pages-title = جميع الصفحات
all-pages-dek = { $count ->
    [zero] لا صفحات.
    [one] صفحة واحدة، بحسب النوع والاسم.
    [two] صفحتان، بحسب النوع والاسم.
    [few] { $count } صفحات، بحسب النوع والاسم.
   *[other] { $count } صفحة، بحسب النوع والاسم.
}
all-pages-parts = صفحات هذه القائمة

## العلاقات والخريطة والقوائم والتغييرات

network-title = العلاقات
network-of = العلاقات: { $title }
network-in-case = العلاقات في هذه القضية
network-all = كل العلاقات
network-more = كل العلاقات، وعددها { $count }
network-dek = من كان له أي دور، وما تقوله المعلومات عمَّن، ومن تكلَّم عن من، وكل ذلك مع ما يستند إليه. ذكر إفادة لشخصين لا يربط بينهما بأي شكل. ولا يرد هنا من لا يُجمع عنهم شيء.
network-split = هنا من الأشخاص والأشياء أكثر مما يظهره رسم واحد. ولكل قضية رسمها.
network-drawing = رسم العلاقات
network-drawing-of-table = علاقات الجدول في رسم
network-table = جدول العلاقات
network-caption = الجدول أدناه في رسم.
network-lines = ما يستند إليه كل خط مذكور في الجدول.
network-left-out = يظهر الرسم أكثرهم علاقات؛ والباقون، وعددهم { $count }، في الجدول وحده.
line-recorded = خط متصل: مسجَّل في معلومات صفحة.
line-established = خط غليظ: ثابت.
line-reported = خط متقطع: منقول.
line-alleged = خط منقط: مزعوم، لم يثبت.
line-retracted = خط متقطع ومنقط: مسحوب.
relation-recorded = مسجَّل
relation-spoke-about = تكلَّم عن
relation-from = من
relation-what = العلاقة
relation-to = مع من أو ماذا
relation-standing = الصفة
relation-source = المصدر والتاريخ
relation-on = في { $pages }
relation-more = وغيرها، وعددها { $count }
relation-no-source = لم يُذكر مصدر
count-relation = { $count ->
    [zero] لا علاقات
    [one] علاقة واحدة
    [two] علاقتان
    [few] { $count } علاقات
   *[other] { $count } علاقة
}
map-title = خريطة
map-dek = أماكن في هذه الصفحات، كل منها بالدقة التي يجوز عرضه بها.
map-section = أين كان ذلك
map-drawing = أماكن القائمة على خريطة
map-numbers = الأرقام هي أرقام القائمة. والعلامات بالدقة التي تذكرها القائمة.
map-circles = تبيِّن الدائرة إلى أي بُعد من هناك قد يكون المكان.
map-outlines = الحدود الخارجية: Natural Earth؛ الحدود مرسومة كما هي هناك ولا تحسم شيئًا.
map-more = عدد الأماكن { $count }؛ أولها هنا.
degrees-north = { $degrees }° شمالًا
degrees-south = { $degrees }° جنوبًا
degrees-east = { $degrees }° شرقًا
degrees-west = { $degrees }° غربًا
timeline-of = التسلسل الزمني: { $title }
timeline-whole = التسلسل الزمني كاملًا
timeline-by-case = التسلسل الزمني للقضايا
page-number = { $title }، { $number }
page-part = { $title }: { $part }
paging-label = صفحات هذه القائمة
paging-before = الصفحة السابقة
paging-after = الصفحة التالية
paging-here = صفحة { $number } من { $count }
rest-all = الكل ({ $count })
rest-first = أولها هنا.
rest-total = العدد { $count }
rest-all-related = كل العلاقات ({ $count })، الإفادة { $number }
rest-all-origins = كل الأصول ({ $count })، الإفادة { $number }
rest-more = وغيرها، وعددها { $count }
rest-of-statement = { $list }، الإفادة { $number }
rest-about-statement = بشأن { $statement }.
list-said-by = أقوالهم
list-said-about = إفادات بشأنه
list-hearings = الجلسات
list-reported = إفادات تستند إليه
list-happened = ما حدث هنا
list-parties = الأطراف ووضعهم القانوني
list-participants = المشاركون
list-said = من قال ماذا
list-disagreements = إفادات متناقضة
list-denials = إفادات منفية
list-named = المذكورون في هذا الملف
list-aliases = أسماء وكتابات أخرى
list-corrections = تصويبات
list-replies = الردود
list-named-on = صفحات تذكر هذا
list-related = إفادات ذات صلة
list-origins = الأصول

## أجزاء النص

text-part-title = { $title }، الجزء { $number }
text-parts = أجزاء هذا النص
text-contents = في جميع الأجزاء
text-part-here = الجزء { $number } من { $count }
text-part-before = الجزء السابق
text-part-after = الجزء التالي
text-part = الجزء { $number }
changes-title = ما تغيَّر
changes-all = كل التغييرات
changes-dek = ما نُشر هنا وحُدِّث وصُوِّب وسُحب، الأحدث أولًا. وما كان خطأ وما حلَّ محله مذكور في { $corrections }.
changes-corrections = تصويبات
changes-none = لم يتغيَّر شيء حتى الآن.
change-published = نُشر
change-updated = حُدِّث
change-corrected = صُوِّب
change-replied = رد
change-withdrawn = سُحب
change-part = ما تقوله
change-of-page = صفحة
change-of-statement = إفادة
cite-title = كيف تستشهد بهذه الصفحة
