dossierSearch("cards/0", [
[0,"Deniz Aksoy","people/deniz-aksoy/index.html","","","","",[]],
[3,"The Daily Post","organisations/daily-post/index.html","","","","",[]],
[3,"Second High Criminal Court","organisations/second-court/index.html","","","","",[]],
[6,"Agirê bendergehê","dossiers/agir/index.html","","","Agir bi şev dest pê kir. Dadgehê sedem nedît.","ku",[]],
[6,"The harbour fire","dossiers/fire/index.html","","","What is known of the fire.","",[]],
[6,"Later","dossiers/later/index.html","","","As was written at the time.","",[]],
[6,"Without sources","dossiers/none/index.html","","","Nothing is cited here; write to [@records].","",[]],
[6,"Liman yangını","dossiers/yangin/index.html","","","Yangın gece başladı. Mahkeme bir neden bulmadı. Tutanak böyle diyor.","tr",[]],
[7,"Judgment 2021/17","sources/judgment-1/index.html","June 2021","2021-06","","",[]],
[7,"The night at the harbour","sources/daily-report/index.html","3 May 2021","2021-05-03","","",[]],
[7,"Harbour, camera 2","sources/film/index.html","2 May 2021","2021-05-02","","",[]],
[7,"Minutes of the first hearing","sources/minutes/index.html","about May 2021","","","",[]]
])
