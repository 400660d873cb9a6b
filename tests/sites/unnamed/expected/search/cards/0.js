dossierSearch("cards/0", [
[0,"Deniz Aksoy","people/deniz-aksoy/index.html","","","Met a child who was there and somebody.","",[]],
[0,"Nil","people/p-2h6t/index.html","","","","",[]],
[0,"a guard at the gate","people/p-4k8d/index.html","","","","",[]],
[0,"an officer","people/p-5r1w/index.html","","","","",[]],
[0,"a witness under protection","people/p-7m2x/index.html","","","","",[]],
[1,"1st hearing","hearings/harbour-1/index.html","2 March 2021","2021-03-02","","",[]],
[6,"The gate","dossiers/gate/index.html","1 April 2021","2021-04-01","Nil came with a child. a guard at the gate let them in.","",[]],
[7,"Observer's notes","sources/notes/index.html","","","","",[]],
[9,"1st hearing","hearings/harbour-1/index.html#s1","2 March 2021","2021-03-02","a witness under protection (testimony, alleged, as reported by Observer's notes): Said that an officer had been told.","",[1,"alleged"]],
[9,"1st hearing","hearings/harbour-1/index.html#s2","2 March 2021","2021-03-02","Nil (testimony, reported by Observer's notes): Said that the gate was open.","",[2,"reported"]]
])
