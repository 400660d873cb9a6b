dossierSearch("cards/0", [
[0,"Ece Yalın","people/ece-yalin/index.html","","","She spoke at the ilk duruşma.","tr",[]],
[0,"a watchman","people/w-1/index.html","","","","",[]],
[1,"First hearing","hearings/first/index.html","3 September 2025","2025-09-03","","",[]],
[7,"Court minutes","sources/minutes/index.html","","","","",[]],
[9,"First hearing","hearings/first/index.html#s1","3 September 2025","2025-09-03","Ece Yalın (testimony, alleged, as reported by Court minutes): Said that the harbour master took <900>, as a person not named here and a person not named here knew.","",[1,"alleged"]],
[9,"First hearing","hearings/first/index.html#b-motion","3 September 2025","2025-09-03","not attributed by its source (act, retracted, as reported by Court minutes): withdrawn","",[2,"retracted"]]
])
