dossierSearch("cards/0", [
[0,"Aras Demir","people/aras-demir/index.html","","","","",[]],
[0,"Baran Toprak","people/baran-toprak/index.html","","","","",[]],
[0,"Deniz Aksoy","people/deniz-aksoy/index.html","","","","",[]],
[0,"Ece Yalın","people/ece-yalin/index.html","","","","",[]],
[0,"Gül Arı","people/gul-ari/index.html","","","","",[]],
[0,"Leyla Ay","people/leyla-ay/index.html","","","","",[]],
[0,"Özan Taş","people/ozan-tas/index.html","","","","",[]],
[0,"Sena Koç","people/sena-koc/index.html","","","","",[]],
[0,"Umut Sarı","people/umut-sari/index.html","","","","",[]],
[1,"4th hearing","hearings/harbour-4/index.html","20 April 2026","2026-04-20","","",[]],
[1,"3rd hearing","hearings/harbour-3/index.html","12 January 2021","2021-01-12","","",[]],
[1,"2nd hearing","hearings/harbour-2/index.html","9 to 10 September 2020","","","",[]]
])
