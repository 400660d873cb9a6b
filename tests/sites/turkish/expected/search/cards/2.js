dossierSearch("cards/2", [
[0,"Ufuk","people/ufuk/index.html","","","","",[]],
[0,"Ümit","people/umit/index.html","","","","",[]],
[0,"Umut","people/umut/index.html","","","","",[]],
[0,"Ûsiv","people/usiv/index.html","","","","",[]],
[0,"Wan","people/wan/index.html","","","","",[]],
[0,"Xece","people/xece/index.html","","","","",[]],
[0,"Xwedan Îsa","people/xwedan/index.html","","","Êzîdî jî li wir bû.","ku",[]],
[0,"Ğ","people/yumusak-g/index.html","","","","",[]],
[1,"1. duruşma","hearings/liman-1/index.html","3 Eylül 2021","2021-09-03","","",[]],
[7,"Gözlemci notları","sources/notlar/index.html","Eylül 2021","2021-09","","",[]],
[9,"1. duruşma","hearings/liman-1/index.html#s1","3 Eylül 2021","2021-09-03","İlhami (tanıklık, bildiren: Gözlemci notları): Işık’ı gördüğünü söyledi.","",[1,"reported"]]
])
