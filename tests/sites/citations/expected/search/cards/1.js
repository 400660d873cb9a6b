dossierSearch("cards/1", [
[7,"<script>alert(1)</script>","sources/hostile/index.html","","","","",[]],
[9,"The harbour fire","dossiers/fire/index.html#s1","","","Deniz Aksoy (testimony, alleged, as reported by The night at the harbour): Says that the gate was open.","",[1,"alleged"]]
])
