dossierSearch("cards/1", [
[0,"İlhami","people/ilhami/index.html","","","","",[]],
[0,"İnci","people/inci/index.html","","","","",[]],
[0,"Îsa","people/isa/index.html","","","","",[]],
[0,"Işık","people/isik/index.html","","","","",[]],
[0,"Işıl Yıldız","people/isil-yildiz/index.html","","","Işık’ın komşusu, Îsa’nın arkadaşı.","",[]],
[0,"J","people/j/index.html","","","","",[]],
[0,"Oğuz","people/oguz/index.html","","","","",[]],
[0,"Osman","people/osman/index.html","","","","",[]],
[0,"Özgür","people/ozgur/index.html","","","","",[]],
[0,"Qasim","people/qasim/index.html","","","","",[]],
[0,"Şahin","people/sahin/index.html","","","","",[]],
[0,"Sami","people/sami/index.html","","","","",[]]
])
