unpublished-person = adı burada verilmeyen bir kişi
unpublished-organisation = adı burada verilmeyen bir kurum
unpublished-place = adı burada verilmeyen bir yer
unpublished-source = burada yayımlanmayan bir kaynak
unpublished-page = burada yayımlanmayan bir sayfa
date-not-stated = tarih belirtilmemiş
