"""Who applies in the demo: invented people of invented hospitals in real cities."""

# country, city, hospital, chamber, people: (surname, given names, birth year)
PLACES = (
    ("CZ", "Praha", "Nemocnice Na Výšině", "Česká lékařská komora", "Europe/Prague",
     (("Dvořáková", "Jana", 1979), ("Šimůnek", "Vojtěch", 1974), ("Říhová", "Kateřina", 1983), ("Beneš", "Ondřej", 1981), ("Kučerová", "Lenka", 1986), ("Jelínek", "Tomáš", 1972))),
    ("DE", "Freiburg", "Klinikum Lindenhof", "Landesärztekammer Baden-Württemberg", "Europe/Berlin",
     (("Hartwig", "Annegret", 1976), ("von der Aue", "Philipp", 1980), ("Großkreutz", "Jörg", 1970), ("Yıldız", "Selin", 1985), ("Brandstätter", "Maximilian", 1982), ("Lübke", "Frauke", 1978))),
    ("BE", "Leuven", "Sint-Geertruiziekenhuis", "Orde der artsen", "Europe/Brussels",
     (("Vandermeulen", "Griet", 1981), ("De Backer", "Wouter", 1977), ("Claes", "Lieve", 1973), ("van den Broeck", "Pieter-Jan", 1984), ("Lambrecht", "Hanne", 1987))),
    ("IT", "Padova", "Ospedale Sant’Aurelio", "Ordine dei Medici di Padova", "Europe/Rome",
     (("Zanella", "Giulia", 1982), ("D’Ambrosio", "Matteo", 1975), ("Pellegrini", "Chiara", 1979), ("Bortolotti", "Alessandro", 1971), ("Ferrarese", "Ilaria", 1985), ("Dal Molin", "Riccardo", 1983))),
    ("ES", "Valencia", "Hospital del Turia", "Colegio Oficial de Médicos de Valencia", "Europe/Madrid",
     (("García Montoliu", "Nuria", 1980), ("Peiró Ibáñez", "Vicent", 1976), ("Llorens", "Amparo", 1984), ("Muñoz Cervera", "Íñigo", 1978), ("Sanchis", "Empar", 1973))),
    ("PL", "Poznań", "Szpital nad Wartą", "Wielkopolska Izba Lekarska", "Europe/Warsaw",
     (("Świętosławska", "Małgorzata", 1981), ("Wójcik", "Łukasz", 1977), ("Brzęczyszczykiewicz", "Grzegorz", 1970), ("Kaźmierczak", "Agnieszka", 1985), ("Gołąb", "Michał", 1983))),
    ("PT", "Coimbra", "Hospital da Ribeira Velha", "Ordem dos Médicos", "Europe/Lisbon",
     (("Falcão Teles", "Inês", 1979), ("Magalhães", "Tiago", 1974), ("Conceição", "Rita", 1986), ("Assunção Brás", "João", 1982))),
    ("FR", "Nantes", "Hôpital de l’Estuaire", "Ordre des médecins de Loire-Atlantique", "Europe/Paris",
     (("Lefèvre", "Élodie", 1983), ("Guéguen", "Yann", 1978), ("Moreau-Delacroix", "Benoît", 1972), ("Ollivier", "Maëlle", 1987), ("N’Diaye", "Ousmane", 1980))),
    ("AT", "Linz", "Krankenhaus am Freinberg", "Ärztekammer für Oberösterreich", "Europe/Vienna",
     (("Hölzl", "Stefanie", 1984), ("Steinböck", "Georg", 1976), ("Mühlbacher", "Karin", 1979), ("Ortner", "Florian", 1981))),
    ("GR", "Θεσσαλονίκη", "Νοσοκομείο Αγίας Ειρήνης", "Ιατρικός Σύλλογος Θεσσαλονίκης", "Europe/Athens",
     (("Papadiamantopoulou-Chatzigeorgiou", "Konstantina", 1977), ("Karras", "Dimitrios", 1983), ("Vlachou", "Eleni", 1980), ("Tsolakis", "Nikos", 1975))),
    ("SE", "Uppsala", "Sjukhuset vid Fyrisån", "Socialstyrelsen", "Europe/Stockholm",
     (("Åkerblom", "Märta", 1982), ("Öhlund", "Nils-Erik", 1973), ("Sjöqvist", "Linnéa", 1986), ("Bäckman", "Håkan", 1979))),
    ("HU", "Szeged", "Tisza-parti Kórház", "Magyar Orvosi Kamara", "Europe/Budapest",
     (("Szőke", "Zsófia", 1981), ("Nagyszombati", "Ödön", 1974), ("Pálffy", "Réka", 1985), ("Kőszegi", "Bálint", 1978))),
)  # fmt: skip

POSTS = (
    "Consultant thoracic surgeon", "Head of airway surgery", "Senior registrar, thoracic surgery", "Deputy head of department",
    "Consultant cardiothoracic surgeon", "Lead of the robotic programme", "Chief of general thoracic surgery",
)  # fmt: skip

# What they do most, and what they would like to do.
THEMES = (
    ("sleeve resection", "I lead our programme of sleeve resections and would like to compare how we choose patients after immunotherapy. I can bring ten unedited cases, four of them failures, and would sit in on your airway meetings."),
    ("robotic segmentectomy", "We moved to robotic segmentectomy four years ago. I wish to see how you plan the intersegmental plane in small lesions and how many cases a fellow needs before operating alone. My lecture would be on our learning curve, with every conversion shown."),
    ("oesophagectomy", "Our unit does sixty oesophagectomies a year and still argues about the anastomosis. Two weeks in your theatres would let me see your stapled technique in volume. In return I would talk about leaks: what we tried, what did not help."),
    ("uniportal VATS", "I trained in uniportal VATS from videos made in Shanghai; now I would like to stand at the table. I propose to observe complex resections and to speak about teaching the approach in a hospital with two hundred cases a year."),
    ("thymectomy", "Subxiphoid thymectomy for myasthenia is rare with us and common with you. I would follow patients from the neurologist's clinic to discharge and bring our registry of eighty patients for a joint reading."),
    ("lung cancer screening", "Half of the nodules that we find by screening are ground-glass and multiple. I want to learn how your team decides which one to take first, and I will present our follow-up of patients who chose to wait."),
    ("tracheal surgery", "Tracheal resection is a craft that one sees too seldom. I would be glad to assist in long resections, to discuss release manoeuvres, and to show our work on cryopreserved aortic grafts, complications included."),
    ("empyema and infection", "We treat many late empyemas. My interest is in how you drain, wash and decorticate, and in the nursing around it. A talk on antibiotic stewardship in thoracic surgery could be of use to your residents."),
    ("enhanced recovery", "Our patients go home on day three, yours perhaps earlier. I should like to walk with your ward team for two weeks, count what differs, and write it down together; the lecture would be on chest drains and when to trust the digital one."),
    ("chest wall", "We print titanium for the chest wall and are not sure that we should. I would like to see your reconstructions, hear your infections, and tell you ours."),
    ("lung transplantation", "Donor lungs wait too short or too long. I would compare perfusion protocols with your group, observe retrieval logistics in a city of your size, and lecture on our first forty ex vivo cases."),
)  # fmt: skip
RETURNS = (
    ("observation", 3, "Thoracic surgery", "A place in theatre and on the ward, with a supervisor by name."),
    ("research", 6, "Laboratory of airway biology", "A bench, a small data set and a shared first paper."),
    ("course", 1, "Simulation centre", "The autumn course in robotic surgery, fee waived."),
)  # fmt: skip
