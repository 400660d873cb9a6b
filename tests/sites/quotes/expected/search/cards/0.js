dossierSearch("cards/0", [
[0,"Ada Örnek","people/ada-ornek/index.html","","","","",[]],
[1,"First hearing","hearings/harbour-1/index.html","4 May 2025","2025-05-04","","",[]],
[7,"Minutes of the first hearing","sources/minutes/index.html","","","","",[]],
[7,"Page of the port","sources/page/index.html","","","","",[]],
[7,"Paper of 5 May","sources/paper/index.html","","","","",[]],
[9,"First hearing","hearings/harbour-1/index.html#s1","4 May 2025","2025-05-04","not attributed by its source (testimony, alleged, as reported by Minutes of the first hearing, Page of the port): Says that he locked the gate.","",[1,"alleged"]],
[9,"First hearing","hearings/harbour-1/index.html#s2","4 May 2025","2025-05-04","not attributed by its source (testimony, alleged, as reported by Minutes of the first hearing, Page of the port): “The gate stood open.”","",[2,"alleged"]],
[9,"First hearing","hearings/harbour-1/index.html#s3","4 May 2025","2025-05-04","Ada Örnek (testimony, alleged, as reported by Paper of 5 May): Says that she was elsewhere.","",[3,"alleged"]],
[9,"First hearing","hearings/harbour-1/index.html#s4","4 May 2025","2025-05-04","Ada Örnek (testimony, retracted, as reported by Paper of 5 May): withdrawn","",[4,"retracted"]]
])
