dossierSearch("cards/0", [
[0,"Ada Kestrel","tr/people/ada/index.html","","","Belediyede bir memur.","",["Ada Kerkenez"]],
[0,"Cem Çınar","people/cem/index.html","","","","en",[]],
[0,"deponun bir bekçisi","tr/people/p-1/index.html","","","","",[]],
[1,"Birinci duruşma","tr/hearings/first/index.html","3 Eylül 2020","2020-09-03","Mahkeme bir tanığı dinledi.","",[]],
[2,"The flood case","cases/flood/index.html","","","","en",[]],
[7,"Valley Daily","sources/daily/index.html","4 September 2020","2020-09-04","","en",[]],
[8,"About","about/index.html","","","Who we are.","en",[]],
[9,"Birinci duruşma","tr/hearings/first/index.html#s1","3 Eylül 2020","2020-09-03","Ada Kestrel (tanıklık, iddia edilen, kanıtlanmamış; bildiren: Valley Daily): Kapağı onun açtığını söylüyor.","",[1,"alleged"]],
[9,"Birinci duruşma","tr/hearings/first/index.html#s2","3 Eylül 2020","2020-09-03","deponun bir bekçisi (tanıklık, bildiren: Valley Daily): Kapağın kapalı olduğunu söylüyor.","",[2,"reported"]]
])
