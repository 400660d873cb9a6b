### Arayüzün Türkçe metinleri.

## Her sayfa

skip-to-text = Metne geç
nav-site = Site
nav-trail = Bu sayfanın yeri
nav-about-site = Bu site hakkında
nav-languages = Diller
language-missing = { $language } (bu sayfa henüz yok)
held-draft = Taslak: yayımlanmadı
held-embargoed = { $date }, { $time } UTC’ye kadar ambargolu: yayımlanmadı
nav-facts = Künye
nav-contents = Bu sayfada
nav-sections = Bölümler
footer-standing = Her ifade, kimin söylediği, kaynağı ve hukuki niteliğiyle birlikte gösterilir. “İddia edilen”, hiçbir şeyin kanıtlanmadığı anlamına gelir.
footer-corrections = Düzeltmeler
footer-feed = Besleme: { $title }
footer-data = Veri: JSON, CSV
list-separator = { ", " }
list-and = { "; ayrıca " }
no-date = tarih yok

## Sayfa türleri

kind-dossier = Dosya
kind-case = Dava
kind-hearing = Duruşma
kind-person = Kişi
kind-organisation = Kurum
kind-place = Yer
kind-event = Olay
kind-source = Kaynak
kind-page = Sayfa
kinds-dossier = Dosyalar
kinds-case = Davalar
kinds-hearing = Duruşmalar
kinds-person = Kişiler
kinds-organisation = Kurumlar
kinds-place = Yerler
kinds-event = Olaylar
kinds-source = Kaynaklar
kinds-page = Sayfalar
count-dossier = { $count } dosya
count-case = { $count } dava
count-hearing = { $count } duruşma
count-person = { $count } kişi
count-organisation = { $count } kurum
count-place = { $count } yer
count-event = { $count } olay
count-source = { $count } kaynak
count-page = { $count } sayfa
count-statement = { $count } ifade

## Ana sayfa ve listeler

home-dossiers = Dosyalar
home-scheduled = Sonraki duruşmalar
home-hearings = Son duruşmalar
home-cases = Davalar
index-letters = Harfler
index-years = Yıllar
index-by-date = Tarihe göre
index-by-case = Davaya göre
index-not-named = Adı verilmeyenler
index-others = Diğerleri
index-no-date = Tarihi bilinmeyenler
index-without-case = Davası olmayanlar
calendar-title = Yaklaşan duruşmalar
calendar-of = { $title }: duruşmalar
calendar-count = { $count ->
    [0] Burada tarihi belirlenmiş bir duruşma yok.
   *[other] Tarihi belirlenmiş { $count } duruşma var.
}
calendar-no-day = Günü henüz bilinmiyor
subscribe-calendar = { $title } (takvim dosyası)
subscribe-feed = { $title } (besleme)
timeline-title = Zaman çizelgesi
timeline-no-year = Yılı bilinmeyenler
timeline-undated = Bunlar hiçbir yıla yerleştirilmemiştir. Nedeni her birinin yanında yazılıdır.
timeline-empty = Henüz tarihli bir kayıt yok.
undated-no-date = Burada kayıtlı bir tarih yok.
undated-no-year = Yıl belirtilmemiş.
undated-part-of-year = Yalnızca hangi on yıl ya da yüzyıl olduğu biliniyor.
undated-some-without-year = Olası tarihlerin hepsinde yıl belirtilmemiş.

## Künye

fact-date = Tarih
fact-status = Durum
fact-case = Dava
fact-court = Mahkeme
fact-place = Yer
fact-next-date = Belirlenen sonraki tarih
fact-file-number = Dosya numarası
fact-opened = Açıldığı tarih
fact-about = Konusu
fact-split-from = Ayrıldığı dava
fact-split-into = Kendisinden ayrılan davalar
fact-aliases = Diğer yazılışlar
fact-same-as = Başka yerlerde
fact-tags = Etiketler
fact-seat = Bulunduğu yer
fact-cases-about = Hakkındaki davalar
fact-within = Bağlı olduğu yer
fact-parts = İçindeki yerler
fact-coordinates = Koordinatlar
fact-precision = Kesinlik
fact-publisher = Yayımlayan
fact-author = Yazar
fact-published = Yayım tarihi
fact-accessed = Okunduğu tarih
fact-original = Özgün adres
fact-archived = Arşiv kopyası
fact-stored = Saklanan kopya
fact-sha256 = Saklanan kopyanın SHA-256 özeti
fact-published-sha256 = Yayımlanan görüntünün SHA-256 özeti; kameraların ve düzenleyicilerin içine yazdıkları olmadan
fact-original-sha256 = Yayımlanmayan saklanan kopyanın SHA-256 özeti
fact-cleaned = Üst veriler temizlendi
cleaned-checked = Evet
cleaned-unchecked = Yayımlayanların beyanına göre evet; program bu türden bir dosyayı denetleyemez
fact-retells = Aktardığı kaynak
coordinates = { $north }° K, { $east }° D
open-stored = Saklanan kopyayı aç
precision-exact = tam yer
precision-vicinity = yalnızca çevresi gösteriliyor
precision-locality = yalnızca kenti ya da ilçesi gösteriliyor
precision-region = yalnızca bölgesi gösteriliyor
source-article = Haber
source-judgment = Mahkeme kararı
source-minutes = Tutanak
source-indictment = İddianame
source-record = Kayıt
source-audio = Ses kaydı
source-video = Video
source-photo = Fotoğraf
source-post = Paylaşım
source-notes = Notlar

## Tarihler

date-worked-out = yazarların çıkarımına göre { $date }: { $basis }

## Belgeler

namesakes = Karıştırılmaması gerekenler: { $names }.
embed-from = Alındığı yer: { $link }
embed-goes-on = Devamını okuyun: { $link }
cited-title = Anılan kaynaklar
cited-not-seen = Görülmedi: başka bir kaynak aracılığıyla anılıyor.
cited-archived = Arşiv kopyası: { $link }.
cited-about = Bu kaynak hakkında
cited-about-label = { $number } numaralı kaynak hakkında
cited-back-label = Metne dön, kaynak { $number }
cited-back-label-again = Metne dön, kaynak { $number } ({ $time })
byline = Yazan: { $authors }
updated = Güncelleme: { $date }
minutes-to-read = { $count } dakikalık okuma
dossier-named = Bu dosyada adı geçenler
sources-title = Kaynaklar
replies-title = Yanıtlar
corrections-title = Düzeltmeler
correction-was = Önceki metin: { $words }
correction-now = Şimdiki metin: { $words }
backlinks-title = Bunun adının geçtiği sayfalar

## Duruşmalar ve davalar

session-scheduled = Tarihi belirlendi
session-held = Yapıldı
session-adjourned = Ertelendi
session-cancelled = İptal edildi
hearing-participants = Katılanlar
hearing-who-said-what = Kim ne dedi
hearing-neighbours = Bu davanın duruşmaları
hearing-previous = Önceki duruşma
hearing-next = Sonraki duruşma
hearings-title = Duruşmalar
hearings-table = Duruşmalar tablosu
case-course = Ne zaman ne oldu
case-accounts = Anlatımların ayrıştığı yerler
case-parties = Taraflar ve hukuki durumları
case-roles = Rollerine göre kişiler
roles-title = Davalardaki rolleri
parties-table = Taraflar tablosu
column-date = Tarih
column-hearing = Duruşma
column-role = Rol
column-status = Durum
column-party = Taraf
column-as-of = Geçerli olduğu tarih
column-source = Kaynak
column-number = No.
column-standing = Nitelik
column-who-says-what = Kim ne diyor

## Hukuk

legal-status = Hukuki durum
legal-status-none = Burada kayıtlı bir hukuki durum yok.
presumption = Suç isnadı altında bulunan herkes, suçluluğu yasal olarak kanıtlanıncaya kadar masum sayılır.
listed-under = “{ $role }” başlığı altında kayıtlı
as-of = { $date } itibarıyla; kaynak: { $source }
stage-not-a-party = Davanın tarafı değil
stage-named-in-file = Dava dosyasında adı geçiyor
stage-suspect = Şüpheli
stage-charged = Hakkında dava açıldı
stage-on-trial = Yargılanıyor
stage-acquitted = Beraat etti
stage-dismissed = Hakkındaki dava düştü
stage-convicted-appealable = Mahkûm edildi, karar kesinleşmedi
stage-convicted-final = Mahkûm edildi, karar kesinleşti
role-judges = Hâkimler
role-prosecutors = Savcılar
role-defendants = Sanıklar
role-complainants = Müştekiler
role-victims = Mağdurlar
role-lawyers = Avukatlar
role-witnesses = Tanıklar
role-experts = Bilirkişiler
role-officials = Görevliler
role-observers = Gözlemciler

## Adı verilmeyen kişiler

person-not-named = adı burada verilmiyor
withheld-title = Adın verilmeme nedeni
withheld-source = Bilginin kaynağı: { $source }
how-unknown = Adı bilinmiyor.
how-not-said = Adı söylenmedi.
how-by-us = Adını biliyoruz ve vermiyoruz.
how-pseudonym = Gösterilen ad gerçek adı değil.
why-court = Adın söylenmesini bir mahkeme engelledi.
why-minor = Kişi reşit değil.
why-victim = Kişi mağdur.
why-source = Kişi bir kaynak.
why-safety = Kişiyi tehlikeye atabilir.
why-law = Yasa izin vermiyor.
why-editorial = Yayın ekibi böyle karar verdi.
not-named-title = Adı verilmeyenler
not-named-dek = Bu sayfalarda adı verilmeden yer alan kişiler ve bunun nedenleri.
not-named-no-reason = Kayıtlı bir neden yok.
not-named-appears = Geçtiği sayfalar: { $pages }
not-named-appears-among = { $count } sayfada geçiyor; bunlardan bazıları: { $pages }
not-named-none = Bu sayfalarda herkesin adı veriliyor.

## İfadeler

statement-number = İfade { $number }
statement-number-within = ifade { $number }
status-reported = Bildirilen
status-alleged = İddia edilen, kanıtlanmamış
status-established = Saptanmış
status-retracted = Geri alınmış
standing-reported = bildirilen
standing-alleged = iddia edilen
standing-established = saptanmış
standing-retracted = geri alınmış
form-testimony = Tanıklık
form-submission = Beyan
form-ruling = Karar
form-act = Eylem
form-document = Belge
form-background = Arka plan
form-within-testimony = tanıklık
form-within-submission = beyan
form-within-ruling = karar
form-within-act = eylem
form-within-document = belge
form-within-background = arka plan
unattributed = Kaynağı, kimin söylediğini belirtmiyor
unattributed-within = kaynağı kimin söylediğini belirtmiyor
statement-about = Hakkında: { $names }
statement-via = Bildiren: { $sources }
statement-no-source = Kaynak verilmemiş
statement-on-page = { $statement }, sayfa: { $page }
statement-on-page-date = { $statement }, sayfa: { $page }, { $date }
translation-ours = Alıntının bizim çevirimiz
translation-by = Alıntının bizim çevirimiz, çeviren: { $translator }
named-statement = { $statement } ({ $speaker }, { $standing })
named-own = { $statement } ({ $standing })
named-on-page = { $named }, sayfa: { $page }

## Bir ifadenin bir başkasıyla ilişkisi

relation-contradicts = Çeliştiği: { $statement }
relation-denies = Yalanladığı: { $statement }
relation-supports = Desteklediği: { $statement }
relation-repeats = Yinelediği: { $statement }
relation-corrects = Düzelttiği: { $statement }
related-contradicts = Bununla çelişen: { $statement }
related-denies = Yalanlayan: { $speaker }, { $statement }
related-denies-own = Aynı konuşmacı yalanlıyor: { $statement }
related-denies-unattributed = Yalanlayan: { $statement }, kaynağı kimin söylediğini belirtmiyor
related-supports = Bunu destekleyen: { $statement }
related-repeats = Bunu yineleyen: { $statement }
related-corrects = Bunu düzelten: { $statement }
relation-by = { $relation }, söyleyen: { $speaker }
relation-own = { $relation }, aynı konuşmacının
relation-unattributed = { $relation }, kaynağı kimin söylediğini belirtmiyor
relation-on-page = { $relation }, sayfa: { $page }
relation-retracted = { $relation }, geri alınmış
relation-judgement = { $relation }; yayın ekibinin değerlendirmesine göre

## İfadelerin dayanağı

origin-not-seen = { $source } ({ $mark })
origin-not-seen-mark = görülmedi
origin-through = { $source }, aracılığıyla: { $statements }
support-corroborated = Birbirinden bağımsız kökenlerce destekleniyor: { $origins }.
support-unseen-as-one = Görülmeyen { $count } köken tek sayılır.
support-none-seen = Hiçbiri görülmemiş { $count } kökene dayanıyor: { $origins }. Birbirlerinden bağımsız olup olmadıkları bilinmiyor.
support-one-origin = Tek bir kökene dayanıyor: { $origins }.
support-reports-one-origin = Bu haberler tek bir kökendir.
origin-was-not-seen = Kökeni { $mark }: { $source }.
origin-was-not-seen-mark = görülmedi
origin-goes-back = Kökeni: { $source }.
no-reply-of = Kayıtlı yanıtı olmayanlar: { $names }.
rests-one = Buradaki tek ifadenin dayandığı: { $sources }.
rests-all = Buradaki { $total } ifadenin tümünün dayandığı: { $sources }.
rests-some = Buradaki { $total } ifadeden { $count } tanesinin dayandığı: { $sources }.
rests-sources = { $count ->
    [one] tek kaynak, { $names }
   *[other] { $count } kaynak: { $names }
}
retold-by = Aktaran: { $names }; aktarılan: { $origin }.
retold-by-both = Her iki haber de aynı kaynağı aktarıyor: { $origin }.
retold-by-all = { $count } haberin tümü aynı kaynağı aktarıyor: { $origin }.
retold-not-seen = { $source } ({ $mark })
retold-not-seen-mark = görülmedi
at-odds = { $who } kendi sözleriyle çelişiyor. Birbiriyle çelişenler: { $one } ile { $other }.
accounts-about = { $names } hakkında iki anlatım. Birbiriyle çelişenler: { $one } ile { $other }.
accounts = İki anlatım. Birbiriyle çelişenler: { $one } ile { $other }.
accounts-judgement = İfadelerin birbiriyle çeliştiği, yayın ekibinin değerlendirmesidir.
follows-title = Kayıtlardan çıkan sonuçlar
unanswered-all = Başkalarına ait { $alleged } ifadede { $who } hakkında bir iddia var. Kayıtlı bir yanıt yok.
unanswered-some = Başkalarına ait, { $who } hakkında iddia içeren { $alleged } ifadeden { $count } tanesine kayıtlı bir yanıt yok.
denied = Yalanlanan: { $statement }; yalanlayan: { $by }.
said-by-person = Bu kişinin söyledikleri
said-by-organisation = Bu kurumun söyledikleri
nothing-said-by-person = Burada bu kişinin söylediği bir şey kayıtlı değil.
nothing-said-by-organisation = Burada bu kurumun söylediği bir şey kayıtlı değil.
said-about-person = Bu kişi hakkında söylenenler
said-about-organisation = Bu kurum hakkında söylenenler
said-about-place = Bu yer hakkında söylenenler
said-about-event = Bu olay hakkında söylenenler
place-events = Burada yaşananlar

## Kaynakların verdiği sayılar ve tarihler

counts-title = Kaynakların verdikleri
differ-number-one-source = Kaynak farklı sayılar veriyor.
differ-date-one-source = Kaynak farklı tarihler veriyor.
differ-number = Kaynaklar farklı sayılar veriyor.
differ-date = Kaynaklar farklı tarihler veriyor.
differ-compatible = Hepsi aynı anda doğru olabilir.
differ-none-chosen = Burada hiçbiri seçilmedi.
in-its-words = Kendi sözleriyle: { $quote }
according-to = Kaynak: { $source }
amount-exactly = { $number }
amount-about = yaklaşık { $number }
amount-more-than = şundan çok: { $number }
amount-at-least = en az { $number }
amount-less-than = şundan az: { $number }
amount-at-most = en çok { $number }
amount-between = { $number } ile { $most } arasında

## Kaynaklar

source-unseen = Başkaları aracılığıyla anılıyor; yazarlar görmedi.
source-retells-title = Neyi aktarıyor
source-retells-none = Aktardığı bir kaynak burada kayıtlı değil.
source-retold-title = Onu aktaranlar
source-cited-title = Onu ananlar
source-cited-none = Bu sitede onu doğrudan anan bir şey yok.
source-cited-elsewhere = Onu başkaları aracılığıyla ananlar, onu aktaran kaynakların sayfalarındadır.
lineage-this = Bu kaynak, { $seen }
lineage-retells = aktardığı: { $source }, { $seen }
lineage-retold-by = aktaran: { $source }, { $seen }
lineage-seen = yazarlar gördü
lineage-not-seen = yazarlar görmedi
lineage-above = { $branch } (yukarıya bakın)
lineage-circle = { $branch } (bu, bir döngüyle başa dönüyor)
lineage-further = { $branch } (devamı oradadır)
lineage-more = Ve { $count } tane daha.
lineage-more-open = Ve { $count } tane daha; devamı: { $open }.
lineage-more-ends = Ve { $count } tane daha; vardığı yer: { $ends }.
lineage-more-open-ends = Ve { $count } tane daha; devamı: { $open }; vardığı yer: { $ends }.
cited-statements = İfadeler
cited-standings = Hukuki durum
cited-standing = { $who }: { $stage }; dava: { $case }; { $date } itibarıyla; kaynak: { $source }
cited-standing-role = { $who }: { $role }, { $stage }; dava: { $case }; { $date } itibarıyla; kaynak: { $source }
cited-counts = Sayılar ve tarihler
cited-count = { $what }: { $count }
cited-withheld = Birinin adının verilmeme nedeni
cited-withheld-source = Kaynak: { $source }.
cited-pages = Buna dayanan sayfalar

## Düzeltmeler ve yayından çekilenler

corrections-page = sayfa { $number } / { $count }
corrections-dek = Bu sayfalarda yanlış olup düzeltilenler, yayından çekilenler ve ilgililerin yanıtları. En yenisi başta.
corrections-none = Şimdiye kadar düzeltme yapılmadı.
corrections-lists = Bu listenin sayfaları
corrections-newer = Daha yeni
corrections-older = Daha eski
withdrawals-title = Yayından çekilenler
withdrawal-page-day = Bir sayfa yayından çekildi: { $date }.
withdrawal-page-date = Bir sayfa yayından çekildi ({ $date }).
withdrawal-statement-day = Bir ifade yayından çekildi: { $date }.
withdrawal-statement-date = Bir ifade yayından çekildi ({ $date }).
reply-on = İlgili sayfa: { $page }
withdrawn-title = Sayfa yayından çekildi
withdrawn-day = Burada bulunan bir sayfa yayından çekildi: { $date }.
withdrawn-date = Burada bulunan bir sayfa yayından çekildi ({ $date }).
withdrawn-more = Düzeltmeler ve yayından çekilenler
moved-title = Bu sayfa taşındı
moved-to = Yeni yeri: { $page }.
not-found-title = Sayfa bulunamadı
not-found-dek = Bu adreste bir şey yok. Sayfa taşınmış ya da { $withdrawn } olabilir.
not-found-withdrawn = yayından çekilmiş

## Veri

data-title = Veri
data-dek = Bu sayfaların söyledikleri, başka programlar için tablolar halinde.
data-standing = Her ifade, söyleyeni, kaynağı ve niteliğiyle birlikte durur: “iddia edilen”, hiçbir şeyin kanıtlanmadığı anlamına gelir. Bir hukuki durum yalnızca kendi davası ve kendi tarihi için geçerlidir. Bu tabloları kullanan, bunların hepsini sözlerin yanında tutar.
data-people = Adı verilmeyen kişiler burada da sayfalardaki gibi yer alır; bir etiketin ardında kimse aranamaz. { $gathered } değerinin false olduğu yerde o kişi hakkında hiçbir bilgi bir araya getirilmez; { $noindex } değerinin true olduğu yerde arama motorları uzak durmalıdır.
data-tables = Veri tabloları
data-column-table = Tablo
data-column-holds = İçeriği
data-column-files = Dosyalar
data-schema = JSON dosyaları bu şemaya uyar:
table-statements = Kim, kim hakkında, kimin bildirmesiyle, hangi nitelikle ne dedi ve bundan ne çıkıyor
table-entities = Burada sayfası olan her şey, tarihleriyle
table-relations = Kimin nerede hangi rolü vardı, ne neyin adını anıyor, hangi ifade bir başkasıyla nasıl ilişkili
table-standing = Tarafların hukuki durumu, davaya göre, tarihi ve kaynağıyla
table-withheld = Kimin adı verilmiyor ve neden
table-sources = Bilginin kaynağı, her kaynağın kimi aktardığı ve görülüp görülmediği

## Programın sayfalara, beslemelere ve tablolara yazdıkları

unpublished-person = adı burada verilmeyen bir kişi
unpublished-organisation = adı burada verilmeyen bir kurum
unpublished-place = adı burada verilmeyen bir yer
unpublished-source = burada yayımlanmayan bir kaynak
unpublished-page = burada yayımlanmayan bir sayfa
date-not-stated = tarih belirtilmemiş
feed-worked-out = Tarih yazarların çıkarımıdır: { $basis }
feed-corrections = { $site }: Düzeltmeler
feed-correction = Düzeltme: { $page }
feed-reply = Yanıt, { $who }: { $page }
field-about = Konusu
field-case = Dava
field-court = Mahkeme
field-retells = Aktardığı kaynak
field-in-facts = Künyesinde
field-not-same-as = Aynı değil
field-place = Yer
field-publisher = Yayımlayan
field-source = Kaynak
field-split-from = Ayrıldığı dava
field-who = Taraf
field-within = Bağlı olduğu yer
field-other = Adı geçen
field-statement-source = İfadelerin kaynağı
field-spoke = Konuştu
backlink-cited = Orada anılıyor
backlink-shown = Orada gösteriliyor
backlink-speaker = İfadelerin sahibi
backlink-about = İfade { $number } ({ $standing }) onun hakkında
backlink-related = İfade { $number } ({ $standing }) onunla ilişkili
backlink-cited-in = İfade { $number } ({ $standing }) içinde anılıyor
notes-title = Notlar
table-label = Tablo
callout-note = Not
callout-warning = Uyarı
callout-disputed = İhtilaflı
callout-tip = İpucu
callout-important = Önemli
callout-caution = Dikkat
callout-short = Kısaca
note-back = Metne dön, not { $number }
note-back-again = Metne dön, not { $number } ({ $time })
note-label = Not { $number }
cited-label = Kaynak { $number }
source-mark = kaynak
corrections-title-page = Düzeltmeler, { $number }

## Bir ifadenin kısa biçimi

short-form = { $speaker } ({ $form }, { $standing }): { $words }
short-withdrawn = geri alınmış
short-reported = bildiren: { $sources }
short-alleged = iddia edilen, kanıtlanmamış; bildiren: { $sources }
short-established = saptanmış; kaynak: { $sources }
short-retracted = geri alınmış; bildiren: { $sources }
short-reported-no-source = bildirilen; kaynak verilmemiş
short-alleged-no-source = iddia edilen, kanıtlanmamış; kaynak verilmemiş
short-established-no-source = saptanmış; kaynak verilmemiş
short-retracted-no-source = geri alınmış; kaynak verilmemiş

## Search

search-title = Arama
search-site = Bu sitede ara
search-words = Ad ya da sözcükler
search-button = Ara
search-offers = Adlar
search-dek = Önce adlar, sonra yazılan ve söylenen her şey. Betiklerin çalışmadığı yerde aşağıdaki listeler yol gösterir.
search-narrow = Daralt
search-more = Daha çok sonuç
search-lists = Bütün listeler
search-all = Bütün sayfalar tek listede
search-people = A’dan Z’ye kişiler
search-years = Yıllara göre duruşmalar
search-cases = Davalar
search-kinds = Türe göre
search-found = { $count ->
   *[other] { $shown } sonuç
}
search-nothing = “{ $question }” için bir şey bulunamadı.
search-failed = Arama yüklenemedi. Yeniden deneyin ya da aşağıdaki listeleri kullanın.
search-statement = İfade
search-by-kind = Tür
search-by-case = Dava
search-by-role = Rol
search-by-year = Yıl
search-by-language = Dil
search-by-status = İfadelerin durumu
all-pages-title = Bütün sayfalar
all-pages-dek = Türe ve ada göre { $count } sayfa.
all-pages-parts = Bu listenin sayfaları

## İlişkiler, harita, listeler, değişiklikler

network-title = İlişkiler
network-of = İlişkiler: { $title }
network-in-case = Bu davadaki ilişkiler
network-all = Bütün ilişkiler
network-more = { $count } ilişkinin tümü
network-dek = Kimin hangi rolü vardı, künyeler kim hakkında ne diyor, kim kimin hakkında konuştu; her biri dayanağıyla. Bir ifadenin iki kişiden söz etmesi, bu ikisini hiçbir biçimde birbirine bağlamaz. Hakkında bilgi bir araya getirilmeyen kişiler burada yoktur.
network-split = Burada bir çizimin gösterebileceğinden çok kişi ve şey var. Her davanın kendi çizimi var.
network-drawing = İlişkilerin çizimi
network-drawing-of-table = Tablodaki ilişkilerin çizimi
network-table = İlişkiler tablosu
network-caption = Aşağıdaki tablonun çizimi.
network-lines = Her çizginin dayanağı tablodadır.
network-left-out = Çizim, en çok ilişkisi olanları gösterir; { $count } tanesi yalnızca tablodadır.
line-recorded = Düz çizgi: bir sayfanın künyesinde kayıtlı.
line-established = Kalın çizgi: saptanmış.
line-reported = Kesik çizgi: bildirilen.
line-alleged = Noktalı çizgi: iddia edilen, kanıtlanmamış.
line-retracted = Kesik ve noktalı çizgi: geri alınmış.
relation-recorded = Kayıtlı
relation-spoke-about = Hakkında konuştu
relation-from = Kim
relation-what = İlişki
relation-to = Kiminle ya da neyle
relation-standing = Nitelik
relation-source = Kaynak ve tarih
relation-on = Sayfa: { $pages }
relation-more = ve { $count } tane daha
relation-no-source = kaynak verilmemiş
count-relation = { $count } ilişki
map-title = Harita
map-dek = Bu sayfalardaki yerler, her biri gösterilmesine izin verildiği kesinlikte.
map-section = Nerede oldu
map-drawing = Listedeki yerler haritada
map-numbers = Numaralar listedekilerdir. İğneler, listenin söylediği kesinliktedir.
map-circles = Daire, yerin oradan ne kadar uzakta olabileceğini gösterir.
map-outlines = Sınırlar: Natural Earth; sınırlar orada çizildiği gibidir ve hiçbir şeyi karara bağlamaz.
map-more = Toplam { $count } yer; ilkleri burada.
degrees-north = { $degrees }° K
degrees-south = { $degrees }° G
degrees-east = { $degrees }° D
degrees-west = { $degrees }° B
timeline-of = Zaman çizelgesi: { $title }
timeline-whole = Zaman çizelgesinin tümü
timeline-by-case = Davaların zaman çizelgeleri
page-number = { $title }, { $number }
page-part = { $title }: { $part }
paging-label = Bu listenin sayfaları
paging-before = Önceki sayfa
paging-after = Sonraki sayfa
paging-here = Sayfa { $number } / { $count }
rest-all = Tümü ({ $count })
rest-first = İlkleri burada.
rest-total = toplam { $count }
rest-all-related = Tüm ilişkiler ({ $count }), ifade { $number }
rest-all-origins = Tüm kökenler ({ $count }), ifade { $number }
rest-more = { $count } tane daha
rest-of-statement = { $list }, ifade { $number }
rest-about-statement = Konusu: { $statement }.
list-said-by = Söyledikleri
list-said-about = Hakkındaki ifadeler
list-hearings = Duruşmalar
list-reported = Buna dayanan ifadeler
list-happened = Burada yaşananlar
list-parties = Taraflar ve hukuki durumları
list-participants = Katılanlar
list-said = Kim ne dedi
list-disagreements = Birbiriyle çelişen ifadeler
list-denials = Yalanlanan ifadeler
list-named = Bu dosyada adı geçenler
list-aliases = Diğer adlar ve yazılışlar
list-corrections = Düzeltmeler
list-replies = Yanıtlar
list-named-on = Bunun adının geçtiği sayfalar
list-related = İlişkili ifadeler
list-origins = Kökenler

## Metnin bölümleri

text-part-title = { $title }, bölüm { $number }
text-parts = Bu metnin bölümleri
text-contents = Tüm bölümlerde
text-part-here = Bölüm { $number } / { $count }
text-part-before = Önceki bölüm
text-part-after = Sonraki bölüm
text-part = Bölüm { $number }
changes-title = Neler değişti
changes-all = Bütün değişiklikler
changes-dek = Burada yayımlananlar, güncellenenler, düzeltilenler ve yayından çekilenler, en yenisi başta. Neyin yanlış olduğu ve şimdi ne yazdığı { $corrections } sayfasındadır.
changes-corrections = Düzeltmeler
changes-none = Şimdiye kadar bir şey değişmedi.
change-published = Yayımlandı
change-updated = Güncellendi
change-corrected = Düzeltildi
change-replied = Yanıt
change-withdrawn = Yayından çekildi
change-part = Ne diyor
change-of-page = Bir sayfa
change-of-statement = Bir ifade
cite-title = Bu sayfayı kaynak gösterin
