dossierSearch("cards/1", [
[7,"Agency report","sources/agency-report/index.html","4 May 2021","2021-05-04","","",[]],
[7,"Observer's notes","sources/notes/index.html","4 May 2021","2021-05-04","","",[]],
[9,"2nd hearing","hearings/harbour-2/index.html#s1","4 May 2021","2021-05-04","Deniz Aksoy (testimony, alleged, as reported by Paper one, Paper two, Paper three): Said that he saw Toprak at the gate before the fire.","",[1,"alleged"]],
[9,"2nd hearing","hearings/harbour-2/index.html#s2","4 May 2021","2021-05-04","Deniz Aksoy (testimony, alleged, as reported by Observer's notes): Said later that it had been too dark to see anyone.","",[2,"alleged"]],
[9,"2nd hearing","hearings/harbour-2/index.html#s3","4 May 2021","2021-05-04","Ece Yalın (testimony, reported by Paper one, Observer's notes): Said that there was no light at the harbour.","",[3,"reported"]],
[9,"2nd hearing","hearings/harbour-2/index.html#s4","4 May 2021","2021-05-04","Baran Toprak (testimony, reported by Observer's notes): Said that he was in another town.","",[4,"reported"]],
[9,"2nd hearing","hearings/harbour-2/index.html#s5","4 May 2021","2021-05-04","The harbour workers' union (submission, alleged, as reported by Paper one): Argued that the harbour had never been lit.","",[5,"alleged"]],
[9,"2nd hearing","hearings/harbour-2/index.html#s6","4 May 2021","2021-05-04","The court (ruling, established, according to Judgment of June 1): Found that one lamp was lit.","",[6,"established"]],
[9,"2nd hearing","hearings/harbour-2/index.html#s7","4 May 2021","2021-05-04","not attributed by its source (act, reported by Paper two): Some people left the room.","",[7,"reported"]],
[9,"2nd hearing","hearings/harbour-2/index.html#s8","4 May 2021","2021-05-04","The court (document, established, according to Judgment of June 1): The plan of the harbour, volume 2.","",[8,"established"]],
[9,"2nd hearing","hearings/harbour-2/index.html#s9","4 May 2021","2021-05-04","not attributed by its source (background, retracted, as reported by Paper three): withdrawn","",[9,"retracted"]],
[9,"2nd hearing","hearings/harbour-2/index.html#s10","4 May 2021","2021-05-04","not attributed by its source (background, reported by Agency report): The fire lasted two days.","",[10,"reported"]]
])
