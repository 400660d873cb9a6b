unpublished-person = adı burada verilmeyen bir kişi
unpublished-organisation = adı burada verilmeyen bir kurum
unpublished-place = adı burada verilmeyen bir yer
unpublished-source = burada yayımlanmayan bir kaynak
unpublished-page = burada yayımlanmayan bir sayfa
date-not-stated = tarih belirtilmemiş

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
search-statement = Beyan
search-by-kind = Tür
search-by-case = Dava
search-by-role = Rol
search-by-year = Yıl
search-by-language = Dil
search-by-status = Beyanların durumu
all-pages-title = Bütün sayfalar
all-pages-dek = Türe ve ada göre { $count } sayfa.
all-pages-parts = Bu listenin sayfaları
