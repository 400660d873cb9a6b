dossierSearch("cards/0", [
[0,"Çelik","people/celik/index.html","","","","",[]],
[0,"Cemal","people/cemal/index.html","","","","",[]],
[0,"Ceylan","people/ceylan/index.html","","","","",[]],
[0,"Çınar","people/cinar/index.html","","","","",[]],
[0,"Ezgi","people/ezgi/index.html","","","","",[]],
[0,"Êzîdî","people/ezidi/index.html","","","","",[]],
[0,"G","people/g/index.html","","","","",[]],
[0,"Gökçe","people/gokce/index.html","","","","",[]],
[0,"Güneş","people/gunes/index.html","","","","",[]],
[0,"Hacı","people/haci/index.html","","","","",[]],
[0,"Ihsan","people/ihsan/index.html","","","","",[]],
[0,"Ilgaz","people/ilgaz/index.html","","","","",[]]
])
