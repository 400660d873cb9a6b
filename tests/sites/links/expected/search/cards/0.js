dossierSearch("cards/0", [
[0,"Baran Arı","people/baran-ari/index.html","","","","",["Arı"]],
[0,"Deniz Aksoy","people/deniz-aksoy/index.html","","","A witness.","",["D. Aksoy"]],
[0,"Gül Arı","people/gul/index.html","","","Her alias “Arı” is also that of Baran Arı; nobody links by it.","",["Gül","Arı"]],
[1,"1st hearing","hearings/harbour-1/index.html","2 March 2021","2021-03-02","","",[]],
[2,"Harbour case","cases/harbour/index.html","","","A fire in the harbour, of which Deniz Aksoy spoke.","",[]],
[4,"Gül","places/gul/index.html","","","","",[]],
[7,"Observer's notes","sources/notes/index.html","2 March 2021","2021-03-02","","",[]],
[8,"Forms of links","forms/index.html","","","What can stand between two pairs of brackets.","",[]],
[8,"The yard behind the courthouse","yard/index.html","","","Linked by its file name. It leads back to the forms.","",[]],
[9,"1st hearing","hearings/harbour-1/index.html#s1","2 March 2021","2021-03-02","Deniz Aksoy (testimony, reported by Observer's notes): Said that the wind came from the village.","",[1,"reported"]]
])
