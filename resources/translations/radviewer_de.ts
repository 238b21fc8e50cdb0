<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>radviewer</name>
  <message>
   <source>Every image</source>
   <translation>Jedes Bild</translation>
  </message>
  <message>
   <source>Middle image of each series</source>
   <translation>Mittleres Bild jeder Serie</translation>
  </message>
  <message>
   <source>flagged</source>
   <translation>auffällig</translation>
  </message>
  <message>
   <source>in domain</source>
   <translation>passend</translation>
  </message>
  <message>
   <source>cursor</source>
   <translation>Zeiger</translation>
  </message>
  <message>
   <source>lines</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>offset</source>
   <translation>Versatz</translation>
  </message>
  <message>
   <source>pan</source>
   <translation>Verschieben</translation>
  </message>
  <message>
   <source>position</source>
   <translation>Position</translation>
  </message>
  <message>
   <source>window</source>
   <translation>Fenster</translation>
  </message>
  <message>
   <source>zoom</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <source>Any date</source>
   <translation>Beliebiges Datum</translation>
  </message>
  <message>
   <source>Last 12 months</source>
   <translation>Letzte 12 Monate</translation>
  </message>
  <message>
   <source>Last 31 days</source>
   <translation>Letzte 31 Tage</translation>
  </message>
  <message>
   <source>Last 7 days</source>
   <translation>Letzte 7 Tage</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>new</source>
   <translation>neu</translation>
  </message>
  <message>
   <source>opened</source>
   <translation>geöffnet</translation>
  </message>
  <message>
   <source>read</source>
   <translation>befundet</translation>
  </message>
  <message>
   <source>As opened</source>
   <translation>Wie geöffnet</translation>
  </message>
  <message>
   <source>Newest first</source>
   <translation>Neueste zuerst</translation>
  </message>
  <message>
   <source>Patient</source>
   <translation>Patient</translation>
  </message>
  <message>
   <source>no prediction</source>
   <translation>keine Vorhersage</translation>
  </message>
  <message>
   <source>refused by the input gate</source>
   <translation>von der Eingangsprüfung abgelehnt</translation>
  </message>
  <message>
   <source>do not rely on it</source>
   <translation>nicht darauf verlassen</translation>
  </message>
  <message>
   <source>good</source>
   <translation>gut</translation>
  </message>
  <message>
   <source>with care</source>
   <translation>mit Vorsicht</translation>
  </message>
  <message>
   <source>{age} d</source>
   <translation>{age} T.</translation>
  </message>
  <message>
   <source>{age} mo</source>
   <translation>{age} Mon.</translation>
  </message>
  <message>
   <source>{age} w</source>
   <translation>{age} Wo.</translation>
  </message>
  <message>
   <source>{age} y</source>
   <translation>{age} J.</translation>
  </message>
  <message>
   <source>AI's call</source>
   <translation>Urteil der KI</translation>
  </message>
  <message>
   <source>AI's score</source>
   <translation>Wert der KI</translation>
  </message>
  <message>
   <source>Active time (s)</source>
   <translation>Aktive Zeit (s)</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Urteil</translation>
  </message>
  <message>
   <source>Overlay used</source>
   <translation>Overlay benutzt</translation>
  </message>
  <message>
   <source>Rating</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <source>Reading time (s)</source>
   <translation>Befundungszeit (s)</translation>
  </message>
  <message>
   <source>Age / sex</source>
   <translation>Alter / Geschlecht</translation>
  </message>
  <message>
   <source>Description</source>
   <translation>Beschreibung</translation>
  </message>
  <message>
   <source>ID</source>
   <translation>ID</translation>
  </message>
  <message>
   <source>PDF page</source>
   <translation>PDF-Seite</translation>
  </message>
  <message>
   <source>PNG picture</source>
   <translation>PNG-Bild</translation>
  </message>
  <message>
   <source>TIFF picture</source>
   <translation>TIFF-Bild</translation>
  </message>
  <message>
   <source>TIFF with grey values</source>
   <translation>TIFF mit Grauwerten</translation>
  </message>
  <message>
   <source>The image's own stored values (16 bit where it has them), for measuring elsewhere; no map, no text.</source>
   <translation>Die gespeicherten Werte des Bildes selbst (16 Bit, wo es sie hat), um anderswo zu messen; ohne Karte, ohne Text.</translation>
  </message>
  <message>
   <source>The view as an object of the same study. It names the patient, as the study does.</source>
   <translation>Die Ansicht als Objekt derselben Studie. Es nennt den Patienten, wie die Studie auch.</translation>
  </message>
  <message>
   <source>The view as it is on the screen, without loss.</source>
   <translation>Die Ansicht, wie sie auf dem Bildschirm ist, ohne Verlust.</translation>
  </message>
  <message>
   <source>The view on a page of A4.</source>
   <translation>Die Ansicht auf einer Seite A4.</translation>
  </message>
  <message>
   <source>Angle</source>
   <translation>Winkel</translation>
  </message>
  <message>
   <source>Arrow</source>
   <translation>Pfeil</translation>
  </message>
  <message>
   <source>Cobb angle</source>
   <translation>Cobb-Winkel</translation>
  </message>
  <message>
   <source>Distance</source>
   <translation>Distanz</translation>
  </message>
  <message>
   <source>Ellipse</source>
   <translation>Ellipse</translation>
  </message>
  <message>
   <source>Freehand</source>
   <translation>Freihand</translation>
  </message>
  <message>
   <source>Rectangle</source>
   <translation>Rechteck</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Look and language</source>
   <translation>Aussehen und Sprache</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>Messen</translation>
  </message>
  <message>
   <source>Predictions</source>
   <translation>Vorhersagen</translation>
  </message>
  <message>
   <source>Privacy and recovery</source>
   <translation>Datenschutz und Wiederherstellung</translation>
  </message>
  <message>
   <source>Reading</source>
   <translation>Befundung</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ansicht</translation>
  </message>
  <message>
   <source>Mouse on an image</source>
   <translation>Maus auf einem Bild</translation>
  </message>
  <message>
   <source>action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <source>gesture</source>
   <translation>Geste</translation>
  </message>
  <message>
   <source>key</source>
   <translation>Taste</translation>
  </message>
  <message>
   <source>what it does</source>
   <translation>was sie bewirkt</translation>
  </message>
  <message>
   <source>all three right: the AI confirmed a right call</source>
   <translation>alle drei richtig: die KI bestätigte ein richtiges Urteil</translation>
  </message>
  <message>
   <source>all three wrong: the AI confirmed a wrong call</source>
   <translation>alle drei falsch: die KI bestätigte ein falsches Urteil</translation>
  </message>
  <message>
   <source>beneficial over-reliance</source>
   <translation>nützliches übermäßiges Vertrauen</translation>
  </message>
  <message>
   <source>beneficial reliance</source>
   <translation>nützliches Vertrauen</translation>
  </message>
  <message>
   <source>beneficial self-reliance</source>
   <translation>nützliches Selbstvertrauen</translation>
  </message>
  <message>
   <source>beneficial under-reliance</source>
   <translation>nützliches zu geringes Vertrauen</translation>
  </message>
  <message>
   <source>both were right, yet the aided call is wrong</source>
   <translation>beide waren richtig, und doch ist das Urteil mit KI falsch</translation>
  </message>
  <message>
   <source>came to the right call although both were wrong</source>
   <translation>kam zum richtigen Urteil, obwohl beide falsch waren</translation>
  </message>
  <message>
   <source>corrected a wrong call by right advice</source>
   <translation>verbesserte ein falsches Urteil durch richtigen Rat</translation>
  </message>
  <message>
   <source>detrimental over-reliance</source>
   <translation>schädliches übermäßiges Vertrauen</translation>
  </message>
  <message>
   <source>detrimental reliance</source>
   <translation>schädliches Vertrauen</translation>
  </message>
  <message>
   <source>detrimental self-reliance</source>
   <translation>schädliches Selbstvertrauen</translation>
  </message>
  <message>
   <source>detrimental under-reliance</source>
   <translation>schädliches zu geringes Vertrauen</translation>
  </message>
  <message>
   <source>gave up a right call for wrong advice</source>
   <translation>gab ein richtiges Urteil für falschen Rat auf</translation>
  </message>
  <message>
   <source>kept a right call against wrong advice</source>
   <translation>behielt ein richtiges Urteil gegen falschen Rat</translation>
  </message>
  <message>
   <source>kept a wrong call against right advice</source>
   <translation>behielt ein falsches Urteil gegen richtigen Rat</translation>
  </message>
  <message>
   <source>Close other studies and try again.</source>
   <translation>Andere Studien schließen und erneut versuchen.</translation>
  </message>
  <message>
   <source>Please report it with the details.</source>
   <translation>Bitte mit den Einzelheiten melden.</translation>
  </message>
  <message>
   <source>Something went wrong inside the program ({type}: {error}).</source>
   <translation>Im Programm ist etwas schiefgegangen ({type}: {error}).</translation>
  </message>
  <message>
   <source>There is not enough memory for this.</source>
   <translation>Dafür reicht der Arbeitsspeicher nicht.</translation>
  </message>
  <message>
   <source>A crop to {rows} x {columns} pixels is empty.</source>
   <translation>Ein Ausschnitt auf {rows} x {columns} Pixel ist leer.</translation>
  </message>
  <message>
   <source>file header</source>
   <translation>Datei-Header</translation>
  </message>
  <message>
   <source>full range</source>
   <translation>voller Bereich</translation>
  </message>
  <message>
   <source>Its labels are: {known}.</source>
   <translation>Seine Label sind: {known}.</translation>
  </message>
  <message>
   <source>The model has no label '{key}'.</source>
   <translation>Das Modell hat kein Label „{key}“.</translation>
  </message>
  <message>
   <source>A figure of the kind '{kind}' cannot have {count} points.</source>
   <translation>Eine Figur der Art „{kind}“ kann nicht {count} Punkte haben.</translation>
  </message>
  <message>
   <source>A figure of the kind '{kind}' has a point that is not finite.</source>
   <translation>Eine Figur der Art „{kind}“ hat einen Punkt, der nicht endlich ist.</translation>
  </message>
  <message>
   <source>at the detector</source>
   <translation>am Detektor</translation>
  </message>
  <message>
   <source>calibrated by fiducials</source>
   <translation>kalibriert mit Referenzmarken</translation>
  </message>
  <message>
   <source>calibrated by geometry</source>
   <translation>kalibriert nach der Geometrie</translation>
  </message>
  <message>
   <source>calibrated by the user</source>
   <translation>vom Benutzer kalibriert</translation>
  </message>
  <message>
   <source>no spacing</source>
   <translation>kein Pixelabstand</translation>
  </message>
  <message>
   <source>image maximum</source>
   <translation>Maximum des Bildes</translation>
  </message>
  <message>
   <source>Between slices {wide} and {wide_2} nothing was measured for {gaps} mm.</source>
   <translation>Zwischen den Schichten {wide} und {wide_2} wurde auf {gaps} mm nichts gemessen.</translation>
  </message>
  <message>
   <source>Choose a series of parallel slices with positions, such as CT or MR.</source>
   <translation>Eine Serie paralleler Schichten mit Positionen wählen, etwa CT oder MR.</translation>
  </message>
  <message>
   <source>The distance between slices varies from {min} to {max} mm (usually {usual} mm); planes are computed from the true positions.</source>
   <translation>Der Abstand der Schichten schwankt zwischen {min} und {max} mm (meist {usual} mm); Ebenen werden aus den wahren Positionen berechnet.</translation>
  </message>
  <message>
   <source>The slices are tilted by {tilt_degrees} degrees against their direction (gantry tilt), {kind} spaced; planes are computed from the true positions.</source>
   <translation>Die Schichten sind um {tilt_degrees} Grad gegen ihre Richtung geneigt (Gantry-Neigung), ihre Abstände sind {kind}; Ebenen werden aus den wahren Positionen berechnet.</translation>
  </message>
  <message>
   <source>This series is no volume: all of its slices lie in the same place.</source>
   <translation>Diese Serie ist kein Volumen: Alle ihre Schichten liegen an derselben Stelle.</translation>
  </message>
  <message>
   <source>This series is no volume: no two of its images are parallel slices.</source>
   <translation>Diese Serie ist kein Volumen: Keine zwei ihrer Bilder sind parallele Schichten.</translation>
  </message>
  <message>
   <source>{doubles} images lie where others lie (phases or echoes); the first at each place is used.</source>
   <translation>Bilder, die dort liegen, wo schon andere liegen (Phasen oder Echos): {doubles}; verwendet wird das jeweils erste.</translation>
  </message>
  <message>
   <source>{others} images of the series are not parallel to the others, of another size or unplaced.</source>
   <translation>Bilder der Serie, die nicht parallel zu den anderen, von anderer Größe oder ohne Position sind: {others}.</translation>
  </message>
  <message>
   <source>Correct that line.</source>
   <translation>Diese Zeile berichtigen.</translation>
  </message>
  <message>
   <source>It must be {expectation}.</source>
   <translation>Verlangt ist: {expectation}.</translation>
  </message>
  <message>
   <source>It must be {wanted}.</source>
   <translation>Verlangt ist: {wanted}.</translation>
  </message>
  <message>
   <source>Known keys are: {known}.</source>
   <translation>Bekannte Schlüssel sind: {known}.</translation>
  </message>
  <message>
   <source>a list of {count}</source>
   <translation>eine Liste von {count}</translation>
  </message>
  <message>
   <source>a list, each {expectation}</source>
   <translation>eine Liste, jeweils {expectation}</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>eine Zahl</translation>
  </message>
  <message>
   <source>a table</source>
   <translation>eine Tabelle</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>eine ganze Zahl</translation>
  </message>
  <message>
   <source>one of</source>
   <translation>eines von</translation>
  </message>
  <message>
   <source>text in quotes</source>
   <translation>Text in Anführungszeichen</translation>
  </message>
  <message>
   <source>the top level</source>
   <translation>die oberste Ebene</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>true oder false</translation>
  </message>
  <message>
   <source>{file} is not valid TOML: {error}.</source>
   <translation>{file} ist kein gültiges TOML: {error}.</translation>
  </message>
  <message>
   <source>{prefix}{place} has the unknown key '{key}'.</source>
   <translation>{prefix}{place} hat den unbekannten Schlüssel „{key}“.</translation>
  </message>
  <message>
   <source>{prefix}{place} lacks the key '{name}'.</source>
   <translation>{prefix}{place} fehlt der Schlüssel „{name}“.</translation>
  </message>
  <message>
   <source>{prefix}{where} is {shown}.</source>
   <translation>{prefix}{where} ist {shown}.</translation>
  </message>
  <message>
   <source>The header does not give a sensible time from injection to scan.</source>
   <translation>Der Header ergibt keine sinnvolle Zeit von der Injektion bis zur Aufnahme.</translation>
  </message>
  <message>
   <source>The header does not give the half-life.</source>
   <translation>Der Header nennt die Halbwertszeit nicht.</translation>
  </message>
  <message>
   <source>The header does not give the patient's weight and the dose.</source>
   <translation>Der Header nennt Gewicht des Patienten und Dosis nicht.</translation>
  </message>
  <message>
   <source>The header does not say to which time the values are corrected for decay.</source>
   <translation>Der Header sagt nicht, auf welchen Zeitpunkt die Werte zerfallskorrigiert sind.</translation>
  </message>
  <message>
   <source>The image is not corrected for attenuation and decay.</source>
   <translation>Das Bild ist nicht auf Schwächung und Zerfall korrigiert.</translation>
  </message>
  <message>
   <source>The values are SUV by another measure than body weight ({suv_type}).</source>
   <translation>Die Werte sind SUV nach einem anderen Maß als dem Körpergewicht ({suv_type}).</translation>
  </message>
  <message>
   <source>The values are counts, and the header has no factor for them.</source>
   <translation>Die Werte sind Zählereignisse, und der Header gibt keinen Faktor dafür an.</translation>
  </message>
  <message>
   <source>The values are neither Bq/ml nor g/ml.</source>
   <translation>Die Werte sind weder Bq/ml noch g/ml.</translation>
  </message>
  <message>
   <source>g/ml SUVbw</source>
   <translation>g/ml SUVbw</translation>
  </message>
  <message>
   <source>Do not rely on this {method} map: {reasons}.</source>
   <translation>Nicht auf diese {method}-Karte verlassen: {reasons}.</translation>
  </message>
  <message>
   <source>Its peak is on the known evidence.</source>
   <translation>Ihr Maximum liegt auf dem bekannten Nachweis.</translation>
  </message>
  <message>
   <source>Read this {method} map with care: {reasons}.</source>
   <translation>Diese {method}-Karte mit Vorsicht lesen: {reasons}.</translation>
  </message>
  <message>
   <source>This {method} map passed the checks: it depends on what the model learnt, other methods point at the same places, and harmless changes of the image leave it in place. {found}That shows what the model used, not that the model is right.</source>
   <translation>Diese {method}-Karte hat die Prüfungen bestanden: Sie hängt davon ab, was das Modell gelernt hat, andere Verfahren zeigen auf dieselben Stellen, und harmlose Änderungen des Bildes lassen sie an ihrem Ort. {found}Das zeigt, was das Modell benutzt hat, nicht, dass es recht hat.</translation>
  </message>
  <message>
   <source>it hardly changes when the model's weights are shuffled</source>
   <translation>sie ändert sich kaum, wenn die Gewichte des Modells gemischt werden</translation>
  </message>
  <message>
   <source>it moves when the image gets a little noise</source>
   <translation>sie wandert, wenn das Bild ein wenig Rauschen bekommt</translation>
  </message>
  <message>
   <source>it moves when the image is mirrored</source>
   <translation>sie wandert, wenn das Bild gespiegelt wird</translation>
  </message>
  <message>
   <source>it moves when the image is moved a little</source>
   <translation>sie wandert, wenn das Bild ein wenig verschoben wird</translation>
  </message>
  <message>
   <source>its peak is not on the known evidence</source>
   <translation>ihr Maximum liegt nicht auf dem bekannten Nachweis</translation>
  </message>
  <message>
   <source>other methods point elsewhere</source>
   <translation>andere Verfahren zeigen woandershin</translation>
  </message>
  <message>
   <source>the model's Grad-CAM map does not stay in place, as in models that memorised random labels</source>
   <translation>die Grad-CAM-Karte des Modells bleibt nicht an ihrem Ort, wie bei Modellen, die zufällige Label auswendig gelernt haben</translation>
  </message>
  <message>
   <source>the model's score follows the map no better than in models with shuffled weights, as if it had learnt nothing that matters here</source>
   <translation>der Wert des Modells folgt der Karte nicht besser als bei Modellen mit gemischten Gewichten, als hätte es nichts gelernt, was hier zählt</translation>
  </message>
  <message>
   <source>It can be explained at: {name}.</source>
   <translation>Erklären lässt es sich an: {name}.</translation>
  </message>
  <message>
   <source>The network has no layer '{layer}' whose output is a grid.</source>
   <translation>Das Netz hat keine Schicht „{layer}“, deren Ausgabe ein Raster ist.</translation>
  </message>
  <message>
   <source>There is not enough memory to explain.</source>
   <translation>Für die Erklärung reicht der Arbeitsspeicher nicht.</translation>
  </message>
  <message>
   <source>Use the CPU.</source>
   <translation>Die CPU verwenden.</translation>
  </message>
  <message>
   <source>explaining by {method_names}</source>
   <translation>Erklärung durch {method_names}</translation>
  </message>
  <message>
   <source>Evidence of shape {shape} is empty or not on the image's grid.</source>
   <translation>Ein Nachweis der Form {shape} ist leer oder liegt nicht auf dem Raster des Bildes.</translation>
  </message>
  <message>
   <source>checking the map</source>
   <translation>Karte wird geprüft</translation>
  </message>
  <message>
   <source>comparing with {method_names}</source>
   <translation>Vergleich mit {method_names}</translation>
  </message>
  <message>
   <source>shuffling the model's weights</source>
   <translation>Gewichte des Modells werden gemischt</translation>
  </message>
  <message>
   <source>deletion and insertion</source>
   <translation>Löschen und Einfügen</translation>
  </message>
  <message>
   <source>It must be {type}.</source>
   <translation>Verlangt ist: {type}.</translation>
  </message>
  <message>
   <source>It takes none.</source>
   <translation>Sie nimmt keine.</translation>
  </message>
  <message>
   <source>It takes: {known}.</source>
   <translation>Sie nimmt: {known}.</translation>
  </message>
  <message>
   <source>The architecture {name} has no argument '{key}'.</source>
   <translation>Die Architektur {name} hat kein Argument „{key}“.</translation>
  </message>
  <message>
   <source>The argument '{key}' of the architecture {name} is {value}.</source>
   <translation>Das Argument „{key}“ der Architektur {name} ist {value}.</translation>
  </message>
  <message>
   <source>There are: {names}; a newer pack may need more.</source>
   <translation>Es gibt: {names}; ein neueres Paket braucht vielleicht mehr.</translation>
  </message>
  <message>
   <source>There is no architecture '{name}'.</source>
   <translation>Es gibt keine Architektur „{name}“.</translation>
  </message>
  <message>
   <source>There may be 2 to {most_members}.</source>
   <translation>Es können 2 bis {most_members} sein.</translation>
  </message>
  <message>
   <source>{members} members are not possible.</source>
   <translation>{members} Mitglieder sind nicht möglich.</translation>
  </message>
  <message>
   <source>Add {relative_to}.</source>
   <translation>{relative_to} hinzufügen.</translation>
  </message>
  <message>
   <source>Give at least one.</source>
   <translation>Mindestens einen angeben.</translation>
  </message>
  <message>
   <source>Install the pack again.</source>
   <translation>Das Paket erneut installieren.</translation>
  </message>
  <message>
   <source>It must hold uint8 (rows, columns).</source>
   <translation>Verlangt ist uint8 (Zeilen, Spalten).</translation>
  </message>
  <message>
   <source>Name every label.</source>
   <translation>Jedes Label nennen.</translation>
  </message>
  <message>
   <source>The pack {folder} has no golden cases.</source>
   <translation>Das Paket {folder} hat keine Referenzfälle.</translation>
  </message>
  <message>
   <source>{path} cannot be read: {error}.</source>
   <translation>{path} kann nicht gelesen werden: {error}.</translation>
  </message>
  <message>
   <source>{path} holds {dtype} {shape}.</source>
   <translation>{path} enthält {dtype} {shape}.</translation>
  </message>
  <message>
   <source>{path} lists no case.</source>
   <translation>{path} enthält keinen Fall.</translation>
  </message>
  <message>
   <source>{path}: case '{input}' does not give each label.</source>
   <translation>{path}: Der Fall „{input}“ gibt nicht jedes Label an.</translation>
  </message>
  <message>
   <source>'{wish}' is no device.</source>
   <translation>„{wish}“ ist kein Gerät.</translation>
  </message>
  <message>
   <source>Install a CUDA build of torch and its driver, or use the CPU.</source>
   <translation>Eine CUDA-Fassung von torch und ihren Treiber installieren oder die CPU verwenden.</translation>
  </message>
  <message>
   <source>No GPU can be used: {trouble}.</source>
   <translation>Es kann keine GPU verwendet werden: {trouble}.</translation>
  </message>
  <message>
   <source>torch finds none</source>
   <translation>torch findet keine</translation>
  </message>
  <message>
   <source>It is a colour picture; the model was made for grey images.</source>
   <translation>Es ist ein Farbbild; das Modell wurde für Graubilder gemacht.</translation>
  </message>
  <message>
   <source>It is unlike the images that the model was made with (distance {distance}; refused above {refuse_above}).</source>
   <translation>Es ist den Bildern unähnlich, mit denen das Modell gemacht wurde (Abstand {distance}; abgelehnt über {refuse_above}).</translation>
  </message>
  <message>
   <source>It is unlike the images that the model was made with (distance {distance}; unusual above {flag_above}).</source>
   <translation>Es ist den Bildern unähnlich, mit denen das Modell gemacht wurde (Abstand {distance}; ungewöhnlich über {flag_above}).</translation>
  </message>
  <message>
   <source>It is {words} than the images that the model was made with ({name} {value}, theirs {low} to {high}).</source>
   <translation>Es ist {words} als die Bilder, mit denen das Modell gemacht wurde ({name} {value}, dort {low} bis {high}).</translation>
  </message>
  <message>
   <source>The header gives the body part {part}; the model was made for {listed}.</source>
   <translation>Der Header nennt die Körperregion {part}; das Modell wurde für {listed} gemacht.</translation>
  </message>
  <message>
   <source>The header gives the modality {modality}; the model was made for {listed}.</source>
   <translation>Der Header nennt die Modalität {modality}; das Modell wurde für {listed} gemacht.</translation>
  </message>
  <message>
   <source>brighter at the border</source>
   <translation>am Rand heller</translation>
  </message>
  <message>
   <source>brighter on the whole</source>
   <translation>insgesamt heller</translation>
  </message>
  <message>
   <source>darker at the border</source>
   <translation>am Rand dunkler</translation>
  </message>
  <message>
   <source>darker on the whole</source>
   <translation>insgesamt dunkler</translation>
  </message>
  <message>
   <source>poorer in contrast</source>
   <translation>ärmer an Kontrast</translation>
  </message>
  <message>
   <source>richer in contrast</source>
   <translation>reicher an Kontrast</translation>
  </message>
  <message>
   <source>with less dark background</source>
   <translation>ärmer an dunklem Hintergrund</translation>
  </message>
  <message>
   <source>with more dark background</source>
   <translation>reicher an dunklem Hintergrund</translation>
  </message>
  <message>
   <source>{words} or {words_2}</source>
   <translation>{words} oder {words_2}</translation>
  </message>
  <message>
   <source>Convert the weights to safetensors and remove that file.</source>
   <translation>Die Gewichte in safetensors umwandeln und diese Datei entfernen.</translation>
  </message>
  <message>
   <source>Install the pack again from its source.</source>
   <translation>Das Paket erneut aus seiner Quelle installieren.</translation>
  </message>
  <message>
   <source>Put the file itself there.</source>
   <translation>Die Datei selbst dort ablegen.</translation>
  </message>
  <message>
   <source>The pack {folder} has no {sums_file}.</source>
   <translation>Das Paket {folder} hat kein {sums_file}.</translation>
  </message>
  <message>
   <source>The pack {folder} holds a link ({name}).</source>
   <translation>Das Paket {folder} enthält eine Verknüpfung ({name}).</translation>
  </message>
  <message>
   <source>The pack {folder} holds {name}, a pickle or an archive of one, which can run any code when loaded.</source>
   <translation>Das Paket {folder} enthält {name}, ein Pickle oder ein Archiv davon, das beim Laden beliebigen Code ausführen kann.</translation>
  </message>
  <message>
   <source>The pack {folder} holds {name}, which {sums_file} does not list, or the list was altered.</source>
   <translation>Das Paket {folder} enthält {name}, das {sums_file} nicht aufführt, oder die Liste wurde verändert.</translation>
  </message>
  <message>
   <source>The pack {folder} is altered: {name} does not have the checksum that {sums_file} gives.</source>
   <translation>Das Paket {folder} ist verändert: {name} hat nicht die Prüfsumme, die {sums_file} angibt.</translation>
  </message>
  <message>
   <source>The pack {folder} is altered: {sums_file} is not as it was written.</source>
   <translation>Das Paket {folder} ist verändert: {sums_file} ist nicht, wie es geschrieben wurde.</translation>
  </message>
  <message>
   <source>The pack {folder} lacks {missing}, which {sums_file} lists, or the list was altered.</source>
   <translation>Dem Paket {folder} fehlt {missing}, das {sums_file} aufführt, oder die Liste wurde verändert.</translation>
  </message>
  <message>
   <source>64 hexadecimal digits</source>
   <translation>64 hexadezimale Ziffern</translation>
  </message>
  <message>
   <source>[low, high]</source>
   <translation>[unten, oben]</translation>
  </message>
  <message>
   <source>a .safetensors file; pickles are refused</source>
   <translation>eine Datei .safetensors; Pickles werden abgelehnt</translation>
  </message>
  <message>
   <source>a list with one number for each channel</source>
   <translation>eine Liste mit einer Zahl für jeden Kanal</translation>
  </message>
  <message>
   <source>a low that is not above its high</source>
   <translation>ein low, das nicht über seinem high liegt</translation>
  </message>
  <message>
   <source>a number above 0</source>
   <translation>eine Zahl über 0</translation>
  </message>
  <message>
   <source>a plain file name</source>
   <translation>ein einfacher Dateiname</translation>
  </message>
  <message>
   <source>a title for the reader</source>
   <translation>ein Titel für den Leser</translation>
  </message>
  <message>
   <source>a version such as 1.0.0</source>
   <translation>eine Version wie 1.0.0</translation>
  </message>
  <message>
   <source>finite numbers</source>
   <translation>endliche Zahlen</translation>
  </message>
  <message>
   <source>given for the stages stored and modality, and only there</source>
   <translation>angegeben für die Stufen stored und modality, und nur dort</translation>
  </message>
  <message>
   <source>labels with different keys</source>
   <translation>Label mit verschiedenen Schlüsseln</translation>
  </message>
  <message>
   <source>lower-case letters and digits, with single hyphens between</source>
   <translation>Kleinbuchstaben und Ziffern, dazwischen einzelne Bindestriche</translation>
  </message>
  <message>
   <source>luminance unless channels is 3</source>
   <translation>Luminanz, außer wenn channels 3 ist</translation>
  </message>
  <message>
   <source>made of shares between 0 and 1</source>
   <translation>aus Anteilen zwischen 0 und 1</translation>
  </message>
  <message>
   <source>numbers above 0</source>
   <translation>Zahlen über 0</translation>
  </message>
  <message>
   <source>one of {keys}</source>
   <translation>eines von {keys}</translation>
  </message>
  <message>
   <source>one of {names}</source>
   <translation>eines von {names}</translation>
  </message>
  <message>
   <source>two or more (sigmoid: one or more)</source>
   <translation>zwei oder mehr (Sigmoid: eines oder mehr)</translation>
  </message>
  <message>
   <source>{file}: '{key}' does not fit.</source>
   <translation>{file}: „{key}“ passt nicht.</translation>
  </message>
  <message>
   <source>{schema}; a newer pack needs a newer radviewer</source>
   <translation>{schema}; ein neueres Paket braucht ein neueres radviewer</translation>
  </message>
  <message>
   <source>It can be split at: {names}.</source>
   <translation>Teilen lässt es sich an: {names}.</translation>
  </message>
  <message>
   <source>The network cannot be split at the CAM layer '{cam_layer}'.</source>
   <translation>Das Netz lässt sich an der CAM-Schicht „{cam_layer}“ nicht teilen.</translation>
  </message>
  <message>
   <source>Leave out --device.</source>
   <translation>--device weglassen.</translation>
  </message>
  <message>
   <source>OpenVINO cannot take over {name}: {splitlines}.</source>
   <translation>OpenVINO kann {name} nicht übernehmen: {splitlines}.</translation>
  </message>
  <message>
   <source>OpenVINO computes on the CPU here, not on '{device}'.</source>
   <translation>OpenVINO rechnet hier auf der CPU, nicht auf „{device}“.</translation>
  </message>
  <message>
   <source>Predict without --backend openvino.</source>
   <translation>Ohne --backend openvino vorhersagen.</translation>
  </message>
  <message>
   <source>Run `pip install 'radviewer[openvino]'`, or predict without --backend openvino.</source>
   <translation>`pip install 'radviewer[openvino]'` ausführen oder ohne --backend openvino vorhersagen.</translation>
  </message>
  <message>
   <source>The backend needs the package openvino, which is not installed.</source>
   <translation>Dieses Backend braucht das Paket openvino, das nicht installiert ist.</translation>
  </message>
  <message>
   <source>Do not use this archive.</source>
   <translation>Dieses Archiv nicht verwenden.</translation>
  </message>
  <message>
   <source>Get the pack again.</source>
   <translation>Das Paket erneut beschaffen.</translation>
  </message>
  <message>
   <source>Zip one pack's folder.</source>
   <translation>Den Ordner eines Pakets zippen.</translation>
  </message>
  <message>
   <source>{source} holds an entry that no pack has ({filename}).</source>
   <translation>{source} enthält einen Eintrag, den kein Paket hat ({filename}).</translation>
  </message>
  <message>
   <source>{source} holds more than a pack can.</source>
   <translation>{source} enthält mehr, als ein Paket kann.</translation>
  </message>
  <message>
   <source>{source} holds no model pack, or more than one.</source>
   <translation>{source} enthält kein Modellpaket oder mehr als eines.</translation>
  </message>
  <message>
   <source>{source} is no folder, and cannot be read as a zip archive ({error}).</source>
   <translation>{source} ist kein Ordner und kann nicht als Zip-Archiv gelesen werden ({error}).</translation>
  </message>
  <message>
   <source>The GPU ({name}) was out of memory; the CPU took over.</source>
   <translation>Der Speicher der GPU ({name}) reichte nicht; die CPU hat übernommen.</translation>
  </message>
  <message>
   <source>There is not enough memory to run the model.</source>
   <translation>Für das Modell reicht der Arbeitsspeicher nicht.</translation>
  </message>
  <message>
   <source>Use a smaller batch, or close studies.</source>
   <translation>Einen kleineren Stapel verwenden oder Studien schließen.</translation>
  </message>
  <message>
   <source>The model gives no score for it; choose another image.</source>
   <translation>Das Modell gibt dafür keinen Wert; ein anderes Bild wählen.</translation>
  </message>
  <message>
   <source>{name} has {rows} x {columns} pixels; less than {smallest_side} on a side cannot be analysed.</source>
   <translation>{name} hat {rows} x {columns} Pixel; weniger als {smallest_side} auf einer Seite lassen sich nicht analysieren.</translation>
  </message>
  <message>
   <source>{name} holds values that are not finite numbers.</source>
   <translation>{name} enthält Werte, die keine endlichen Zahlen sind.</translation>
  </message>
  <message>
   <source>{name} is a colour image; the model takes measured values of grey images.</source>
   <translation>{name} ist ein Farbbild; das Modell nimmt Messwerte von Graubildern.</translation>
  </message>
  <message>
   <source>{name} is more than {longest_ratio} times as long as it is wide and cannot be analysed.</source>
   <translation>{name} ist mehr als {longest_ratio}-mal so lang wie breit und lässt sich nicht analysieren.</translation>
  </message>
  <message>
   <source>{name} shows one constant value and holds nothing to analyse.</source>
   <translation>{name} zeigt einen einzigen Wert und enthält nichts zu analysieren.</translation>
  </message>
  <message>
   <source>A pack is a folder with {manifest_file}.</source>
   <translation>Ein Paket ist ein Ordner mit {manifest_file}.</translation>
  </message>
  <message>
   <source>Another pack with the id '{pack_id}' comes first on the search path: {first}.</source>
   <translation>Ein anderes Paket mit der Kennung „{pack_id}“ kommt im Suchpfad zuerst: {first}.</translation>
  </message>
  <message>
   <source>Check the folder.</source>
   <translation>Den Ordner prüfen.</translation>
  </message>
  <message>
   <source>Known models are: {known}.</source>
   <translation>Bekannte Modelle sind: {known}.</translation>
  </message>
  <message>
   <source>No model is installed; `radviewer models install FOLDER`.</source>
   <translation>Kein Modell ist installiert; `radviewer models install ORDNER`.</translation>
  </message>
  <message>
   <source>Remove one of them, or change its id.</source>
   <translation>Eines davon entfernen oder seine Kennung ändern.</translation>
  </message>
  <message>
   <source>Remove that folder first, or give the new pack another id.</source>
   <translation>Zuerst diesen Ordner entfernen oder dem neuen Paket eine andere Kennung geben.</translation>
  </message>
  <message>
   <source>The model '{id}' is installed already in {target}.</source>
   <translation>Das Modell „{id}“ ist schon in {target} installiert.</translation>
  </message>
  <message>
   <source>The pack {folder} cannot be read: {error}.</source>
   <translation>Das Paket {folder} kann nicht gelesen werden: {error}.</translation>
  </message>
  <message>
   <source>The pack {folder} lacks {name}.</source>
   <translation>Dem Paket {folder} fehlt {name}.</translation>
  </message>
  <message>
   <source>There is no model '{pack_id}'.</source>
   <translation>Es gibt kein Modell „{pack_id}“.</translation>
  </message>
  <message>
   <source>{folder} is no model pack: it has no {manifest_file}.</source>
   <translation>{folder} ist kein Modellpaket: Es hat kein {manifest_file}.</translation>
  </message>
  <message>
   <source>Its files are damaged or incomplete: install the program again.</source>
   <translation>Ihre Dateien sind beschädigt oder unvollständig: Programm neu installieren.</translation>
  </message>
  <message>
   <source>The library torch could not be loaded, so there are no predictions.</source>
   <translation>Die Bibliothek torch konnte nicht geladen werden, deshalb gibt es keine Vorhersagen.</translation>
  </message>
  <message>
   <source>Check the architecture's arguments, the channels and the number of labels in the manifest.</source>
   <translation>Argumente der Architektur, Kanäle und Anzahl der Label im Manifest prüfen.</translation>
  </message>
  <message>
   <source>It is for another architecture.</source>
   <translation>Es ist für eine andere Architektur.</translation>
  </message>
  <message>
   <source>{path} does not have the checksum that the manifest gives; it is altered or incomplete.</source>
   <translation>{path} hat nicht die Prüfsumme, die das Manifest angibt; die Datei ist verändert oder unvollständig.</translation>
  </message>
  <message>
   <source>{path} is no safetensors file: {error}.</source>
   <translation>{path} ist keine safetensors-Datei: {error}.</translation>
  </message>
  <message>
   <source>{source} holds the tensor '{name}', unknown to the network.</source>
   <translation>{source} enthält den Tensor „{name}“, den das Netz nicht kennt.</translation>
  </message>
  <message>
   <source>{source} lacks the tensor '{name}'.</source>
   <translation>{source} fehlt der Tensor „{name}“.</translation>
  </message>
  <message>
   <source>{source}: the tensor '{name}' has the shape {shape}, the network needs {shape_2}.</source>
   <translation>{source}: Der Tensor „{name}“ hat die Form {shape}, das Netz braucht {shape_2}.</translation>
  </message>
  <message>
   <source>Copy it again.</source>
   <translation>Erneut kopieren.</translation>
  </message>
  <message>
   <source>Unpack it yourself.</source>
   <translation>Bitte selbst entpacken.</translation>
  </message>
  <message>
   <source>{path}: the archive holds more than {limit} GiB.</source>
   <translation>{path}: Das Archiv enthält mehr als {limit} GiB.</translation>
  </message>
  <message>
   <source>{path}: the archive holds more than {max_files} files.</source>
   <translation>{path}: Das Archiv enthält mehr als {max_files} Dateien.</translation>
  </message>
  <message>
   <source>{path}: the archive is damaged ({error}).</source>
   <translation>{path}: Das Archiv ist beschädigt ({error}).</translation>
  </message>
  <message>
   <source>{path}: the archive is encrypted.</source>
   <translation>{path}: Das Archiv ist verschlüsselt.</translation>
  </message>
  <message>
   <source>One study identifier is used for more than one patient; they are listed apart.</source>
   <translation>Eine Studienkennung wird für mehr als einen Patienten verwendet; sie sind getrennt aufgeführt.</translation>
  </message>
  <message>
   <source>stack {index}</source>
   <translation>Bildstapel {index}</translation>
  </message>
  <message>
   <source>{one} and {other} have the same identifier but different content; both are listed.</source>
   <translation>{one} und {other} haben dieselbe Kennung, aber verschiedenen Inhalt; beide sind aufgeführt.</translation>
  </message>
  <message>
   <source>echo {echo}</source>
   <translation>Echo {echo}</translation>
  </message>
  <message>
   <source>phase {phase}</source>
   <translation>Phase {phase}</translation>
  </message>
  <message>
   <source>{kind} picture</source>
   <translation>{kind}-Bild</translation>
  </message>
  <message>
   <source>{kind} volume</source>
   <translation>{kind}-Volumen</translation>
  </message>
  <message>
   <source>{path}: this is the directory of a DICOM file-set.</source>
   <translation>{path}: Das ist das Verzeichnis eines DICOM-File-Sets.</translation>
  </message>
  <message>
   <source>The codestream and the header disagree about the sign of the values; the header was followed.</source>
   <translation>Codestream und Header widersprechen sich beim Vorzeichen der Werte; dem Header wurde gefolgt.</translation>
  </message>
  <message>
   <source>The file is labelled lossless but its codestream is a lossy JPEG.</source>
   <translation>Die Datei ist als verlustfrei bezeichnet, aber ihr Codestream ist ein verlustbehaftetes JPEG.</translation>
  </message>
  <message>
   <source>its RLE data does not fill the frame</source>
   <translation>seine RLE-Daten füllen den Frame nicht</translation>
  </message>
  <message>
   <source>its RLE data is damaged</source>
   <translation>seine RLE-Daten sind beschädigt</translation>
  </message>
  <message>
   <source>its RLE data is damaged ({error})</source>
   <translation>seine RLE-Daten sind beschädigt ({error})</translation>
  </message>
  <message>
   <source>its RLE header says {segments} segments instead of {samples}</source>
   <translation>sein RLE-Header nennt {segments} Segmente statt {samples}</translation>
  </message>
  <message>
   <source>its codestream does not fill the frame</source>
   <translation>sein Codestream füllt den Frame nicht</translation>
  </message>
  <message>
   <source>its codestream has {components} components, its header says {samples}</source>
   <translation>sein Codestream hat {components} Komponenten, sein Header nennt {samples}</translation>
  </message>
  <message>
   <source>its codestream has {precision} bits, the header {bits_allocated}</source>
   <translation>sein Codestream hat {precision} Bit, der Header {bits_allocated}</translation>
  </message>
  <message>
   <source>its codestream has {scans} scans, made to exhaust the processor</source>
   <translation>sein Codestream hat {scans} Scans, um den Prozessor zu erschöpfen</translation>
  </message>
  <message>
   <source>its codestream holds {dtype} values, its header says {bits_allocated} bits</source>
   <translation>sein Codestream enthält Werte vom Typ {dtype}, sein Header nennt {bits_allocated} Bit</translation>
  </message>
  <message>
   <source>its codestream holds {shape}, its header says {shape_2}</source>
   <translation>sein Codestream enthält {shape}, sein Header nennt {shape_2}</translation>
  </message>
  <message>
   <source>its codestream is damaged ({error})</source>
   <translation>sein Codestream ist beschädigt ({error})</translation>
  </message>
  <message>
   <source>its codestream is no JPEG</source>
   <translation>sein Codestream ist kein JPEG</translation>
  </message>
  <message>
   <source>its codestream is no JPEG 2000</source>
   <translation>sein Codestream ist kein JPEG 2000</translation>
  </message>
  <message>
   <source>its codestream is no JPEG-LS</source>
   <translation>sein Codestream ist kein JPEG-LS</translation>
  </message>
  <message>
   <source>its codestream is {rows} x {columns} pixels, its header says {rows_2} x {columns_2}</source>
   <translation>sein Codestream hat {rows} x {columns} Pixel, sein Header nennt {rows_2} x {columns_2}</translation>
  </message>
  <message>
   <source>No longer wanted.</source>
   <translation>Nicht mehr gewünscht.</translation>
  </message>
  <message>
   <source>The program is closing.</source>
   <translation>Das Programm wird gerade beendet.</translation>
  </message>
  <message>
   <source>decoding was stopped after {seconds} seconds</source>
   <translation>das Dekodieren wurde nach {seconds} Sekunden angehalten</translation>
  </message>
  <message>
   <source>its codestream made the decoder crash</source>
   <translation>sein Codestream hat den Decoder abstürzen lassen</translation>
  </message>
  <message>
   <source>the decode process could not be started</source>
   <translation>der Dekodierprozess ließ sich nicht starten</translation>
  </message>
  <message>
   <source>the program is closing</source>
   <translation>das Programm wird gerade beendet</translation>
  </message>
  <message>
   <source>its codestream asks for more memory than a frame may take</source>
   <translation>sein Codestream verlangt mehr Speicher, als ein Frame nehmen darf</translation>
  </message>
  <message>
   <source>its codestream cannot be decoded ({type})</source>
   <translation>sein Codestream kann nicht dekodiert werden ({type})</translation>
  </message>
  <message>
   <source>Colours of 32 bits are shown with their upper 16.</source>
   <translation>Farben mit 32 Bit werden mit ihren oberen 16 gezeigt.</translation>
  </message>
  <message>
   <source>Open the folder that it is in.</source>
   <translation>Den Ordner öffnen, in dem es liegt.</translation>
  </message>
  <message>
   <source>Open the images of the study instead.</source>
   <translation>Stattdessen die Bilder der Studie öffnen.</translation>
  </message>
  <message>
   <source>Some pixels are not finite numbers; they are shown black.</source>
   <translation>Manche Pixel sind keine endlichen Zahlen; sie werden schwarz gezeigt.</translation>
  </message>
  <message>
   <source>{path}: there is no image in this object; it is the directory (DICOMDIR) of a file-set with {files} files.</source>
   <translation>{path}: Dieses Objekt enthält kein Bild; es ist das Verzeichnis (DICOMDIR) eines File-Sets mit {files} Dateien.</translation>
  </message>
  <message>
   <source>Pixel Aspect Ratio makes no sense; pixels are shown square.</source>
   <translation>Pixel Aspect Ratio ergibt keinen Sinn; Pixel werden quadratisch gezeigt.</translation>
  </message>
  <message>
   <source>{kind} makes no sense, so lengths are uncalibrated.</source>
   <translation>{kind} ergibt keinen Sinn, daher sind Längen nicht kalibriert.</translation>
  </message>
  <message>
   <source>BitsAllocated is {bits}, which must be one of {map}</source>
   <translation>BitsAllocated ist {bits}, verlangt ist eines von {map}</translation>
  </message>
  <message>
   <source>High Bit does not follow from Bits Stored; the values were taken from the bits it names.</source>
   <translation>High Bit folgt nicht aus Bits Stored; die Werte wurden den Bits entnommen, die es nennt.</translation>
  </message>
  <message>
   <source>Number of Frames is 0; the file is read as one frame.</source>
   <translation>Number of Frames ist 0; die Datei wird als ein Frame gelesen.</translation>
  </message>
  <message>
   <source>NumberOfFrames is no whole number</source>
   <translation>NumberOfFrames ist keine ganze Zahl</translation>
  </message>
  <message>
   <source>PhotometricInterpretation is missing</source>
   <translation>PhotometricInterpretation fehlt</translation>
  </message>
  <message>
   <source>Supported are:</source>
   <translation>Unterstützt werden:</translation>
  </message>
  <message>
   <source>The file is damaged; export or copy it again.</source>
   <translation>Die Datei ist beschädigt; erneut exportieren oder kopieren.</translation>
  </message>
  <message>
   <source>it is PALETTE COLOR but its {missing} table is missing</source>
   <translation>es ist PALETTE COLOR, aber die Farbtabelle {missing} fehlt</translation>
  </message>
  <message>
   <source>its header asks for {frames} x {rows} x {columns} pixels, {decoded_bytes} GiB, more than the limit of {max_frame_set_bytes} GiB</source>
   <translation>sein Header verlangt {frames} x {rows} x {columns} Pixel, {decoded_bytes} GiB, mehr als die Grenze von {max_frame_set_bytes} GiB</translation>
  </message>
  <message>
   <source>its photometric interpretation {name} contradicts {samples} samples per pixel</source>
   <translation>die Photometric Interpretation {name} widerspricht {samples} Samples per Pixel</translation>
  </message>
  <message>
   <source>{keyword} has {count} values instead of one</source>
   <translation>{keyword} hat {count} Werte statt einem</translation>
  </message>
  <message>
   <source>{keyword} is '{clean}' instead of a whole number</source>
   <translation>{keyword} ist „{clean}“ statt einer ganzen Zahl</translation>
  </message>
  <message>
   <source>{keyword} is missing</source>
   <translation>{keyword} fehlt</translation>
  </message>
  <message>
   <source>{keyword} is {number}, which must be from {low} to {high}</source>
   <translation>{keyword} ist {number}, verlangt ist {low} bis {high}</translation>
  </message>
  <message>
   <source>{path}: its photometric interpretation '{name}' is not supported.</source>
   <translation>{path}: Die Photometric Interpretation „{name}“ wird nicht unterstützt.</translation>
  </message>
  <message>
   <source>{path}: there is no image in this object.</source>
   <translation>{path}: Dieses Objekt enthält kein Bild.</translation>
  </message>
  <message>
   <source>Copy or export it again.</source>
   <translation>Erneut kopieren oder exportieren.</translation>
  </message>
  <message>
   <source>The file holds {count} frames, {count_2} more than its header says.</source>
   <translation>Die Datei enthält {count} Frames, {count_2} mehr, als ihr Header nennt.</translation>
  </message>
  <message>
   <source>The file is cut off at the end of its pixel data or behind it.</source>
   <translation>Die Datei ist am Ende ihrer Pixeldaten oder dahinter abgeschnitten.</translation>
  </message>
  <message>
   <source>The file is damaged or mislabelled; export it again.</source>
   <translation>Die Datei ist beschädigt oder falsch bezeichnet; erneut exportieren.</translation>
  </message>
  <message>
   <source>The file is damaged; copy or export it again.</source>
   <translation>Die Datei ist beschädigt; erneut kopieren oder exportieren.</translation>
  </message>
  <message>
   <source>The table of frame offsets is wrong and was not used.</source>
   <translation>Die Tabelle der Frame-Offsets ist falsch und wurde nicht verwendet.</translation>
  </message>
  <message>
   <source>fragment {count} says {length} bytes, {size} are left</source>
   <translation>Fragment {count} nennt {length} Bytes, {size} sind übrig</translation>
  </message>
  <message>
   <source>its pixel data has more than a million fragments</source>
   <translation>seine Pixeldaten haben mehr als eine Million Fragmente</translation>
  </message>
  <message>
   <source>its pixel data holds no codestream</source>
   <translation>seine Pixeldaten enthalten keinen Codestream</translation>
  </message>
  <message>
   <source>its pixel data says {length} bytes, {available} are left</source>
   <translation>seine Pixeldaten nennen {length} Bytes, {available} sind übrig</translation>
  </message>
  <message>
   <source>its {count} fragments cannot be told apart into {count_2} frames</source>
   <translation>seine {count} Fragmente lassen sich nicht auf {count_2} Frames verteilen</translation>
  </message>
  <message>
   <source>something that is no fragment stands at byte {position} of the pixel data</source>
   <translation>bei Byte {position} der Pixeldaten steht etwas, das kein Fragment ist</translation>
  </message>
  <message>
   <source>{path}: its pixel data is encapsulated, but its transfer syntax is for native pixels.</source>
   <translation>{path}: Die Pixeldaten sind gekapselt, aber die Transfersyntax ist für unkomprimierte Pixel.</translation>
  </message>
  <message>
   <source>{path}: its transfer syntax is a compressed one, but its pixel data is native.</source>
   <translation>{path}: Die Transfersyntax ist eine komprimierte, aber die Pixeldaten sind unkomprimiert.</translation>
  </message>
  <message>
   <source>{path}: the file is cut off: its pixels need {needed} bytes, {there} are there.</source>
   <translation>{path}: Die Datei ist abgeschnitten: Ihre Pixel brauchen {needed} Bytes, {there} sind da.</translation>
  </message>
  <message>
   <source>Export it again.</source>
   <translation>Erneut exportieren.</translation>
  </message>
  <message>
   <source>Export or copy it again.</source>
   <translation>Erneut exportieren oder kopieren.</translation>
  </message>
  <message>
   <source>The element ({tag},{tag_2}) is there twice; the last is used.</source>
   <translation>Das Element ({tag},{tag_2}) ist zweimal da; das letzte wird verwendet.</translation>
  </message>
  <message>
   <source>The elements are out of order.</source>
   <translation>Die Elemente sind nicht in der richtigen Reihenfolge.</translation>
  </message>
  <message>
   <source>The file does not say its transfer syntax; it was found out from the elements.</source>
   <translation>Die Datei nennt ihre Transfersyntax nicht; sie wurde aus den Elementen erschlossen.</translation>
  </message>
  <message>
   <source>The file has no DICOM preamble.</source>
   <translation>Die Datei hat keine DICOM-Präambel.</translation>
  </message>
  <message>
   <source>The file has pixel data more than once; the first is shown.</source>
   <translation>Die Datei hat mehr als einmal Pixeldaten; die ersten werden gezeigt.</translation>
  </message>
  <message>
   <source>The file is cut off after its pixels began.</source>
   <translation>Die Datei ist abgeschnitten, nachdem ihre Pixel begonnen haben.</translation>
  </message>
  <message>
   <source>The file is damaged or was made to exhaust memory.</source>
   <translation>Die Datei ist beschädigt oder wurde gemacht, um den Speicher zu erschöpfen.</translation>
  </message>
  <message>
   <source>The file's preamble looks like a program; it is only read, never run.</source>
   <translation>Die Präambel der Datei sieht aus wie ein Programm; sie wird nur gelesen, nie ausgeführt.</translation>
  </message>
  <message>
   <source>The length of the file meta information is wrong; its end was found otherwise.</source>
   <translation>Die Länge der File Meta Information ist falsch; ihr Ende wurde anders gefunden.</translation>
  </message>
  <message>
   <source>The transfer syntax says {said} VR, but the elements are in {really} VR.</source>
   <translation>Die Transfersyntax nennt {said} VR, aber die Elemente sind in {really} VR.</translation>
  </message>
  <message>
   <source>its deflated data cannot be inflated ({error})</source>
   <translation>seine Deflate-Daten lassen sich nicht entpacken ({error})</translation>
  </message>
  <message>
   <source>its deflated data is cut off</source>
   <translation>seine Deflate-Daten sind abgeschnitten</translation>
  </message>
  <message>
   <source>its elements cannot be followed ({type})</source>
   <translation>seinen Elementen kann nicht gefolgt werden ({type})</translation>
  </message>
  <message>
   <source>its file meta information makes no sense</source>
   <translation>seine File Meta Information ergibt keinen Sinn</translation>
  </message>
  <message>
   <source>{path}: its deflated data grows beyond {max_inflated_bytes} MiB; refused.</source>
   <translation>{path}: Die Deflate-Daten wachsen über {max_inflated_bytes} MiB hinaus; abgelehnt.</translation>
  </message>
  <message>
   <source>{path}: its transfer syntax '{shown}' is no valid identifier.</source>
   <translation>{path}: Die Transfersyntax „{shown}“ ist keine gültige Kennung.</translation>
  </message>
  <message>
   <source>{path}: the file is damaged: {reason}.</source>
   <translation>{path}: Die Datei ist beschädigt: {reason}.</translation>
  </message>
  <message>
   <source>{path}: this is no DICOM file, or it is damaged from its start on.</source>
   <translation>{path}: Das ist keine DICOM-Datei, oder sie ist von Anfang an beschädigt.</translation>
  </message>
  <message>
   <source>Presentation LUT Shape {shape} contradicts {photometric}; it was followed. Check the polarity.</source>
   <translation>Presentation LUT Shape {shape} widerspricht {photometric}; ihm wurde gefolgt. Bitte die Polarität prüfen.</translation>
  </message>
  <message>
   <source>Rescale Slope is 0, which would make the image blank; stored values are shown as they are.</source>
   <translation>Rescale Slope ist 0, was das Bild leeren würde; gespeicherte Werte werden gezeigt, wie sie sind.</translation>
  </message>
  <message>
   <source>Rescale Slope or Intercept is no number; stored values are shown as they are.</source>
   <translation>Rescale Slope oder Intercept ist keine Zahl; gespeicherte Werte werden gezeigt, wie sie sind.</translation>
  </message>
  <message>
   <source>The VOI LUT function '{name}' is unknown; LINEAR is used.</source>
   <translation>Die VOI-LUT-Funktion „{name}“ ist unbekannt; LINEAR wird verwendet.</translation>
  </message>
  <message>
   <source>The window {center} / {width} makes no sense and was left out.</source>
   <translation>Das Fenster {center} / {width} ergibt keinen Sinn und wurde weggelassen.</translation>
  </message>
  <message>
   <source>The {what} LUT has larger entries than its descriptor says.</source>
   <translation>Die LUT „{what}“ hat größere Einträge, als ihr Deskriptor angibt.</translation>
  </message>
  <message>
   <source>The {what} LUT is incomplete and was not used.</source>
   <translation>Die LUT „{what}“ ist unvollständig und wurde nicht verwendet.</translation>
  </message>
  <message>
   <source>The {what} LUT's data does not fit its descriptor and was not used.</source>
   <translation>Die Daten der LUT „{what}“ passen nicht zu ihrem Deskriptor; sie wurde nicht verwendet.</translation>
  </message>
  <message>
   <source>Window Center is empty; the full range is shown.</source>
   <translation>Window Center ist leer; der volle Bereich wird gezeigt.</translation>
  </message>
  <message>
   <source>Window Center is no number; the full range is shown.</source>
   <translation>Window Center ist keine Zahl; der volle Bereich wird gezeigt.</translation>
  </message>
  <message>
   <source>of the private class {name}</source>
   <translation>der privaten Klasse {name}</translation>
  </message>
  <message>
   <source>there is no image in this object</source>
   <translation>dieses Objekt enthält kein Bild</translation>
  </message>
  <message>
   <source>there is no image in this object; it is: {what}</source>
   <translation>dieses Objekt enthält kein Bild; es ist: {what}</translation>
  </message>
  <message>
   <source>An overlay in the unused bits of the pixels (retired) is not shown.</source>
   <translation>Ein Overlay in den unbenutzten Bits der Pixel (veraltet) wird nicht gezeigt.</translation>
  </message>
  <message>
   <source>Overlay {group} reaches beyond the image; what lies outside is not shown.</source>
   <translation>Overlay {group} reicht über das Bild hinaus; was außerhalb liegt, wird nicht gezeigt.</translation>
  </message>
  <message>
   <source>Overlay {group} says {rows} x {columns} pixels but holds fewer; it is not shown.</source>
   <translation>Overlay {group} nennt {rows} x {columns} Pixel, enthält aber weniger; es wird nicht gezeigt.</translation>
  </message>
  <message>
   <source>The display shutter is incomplete; its damaged part is not applied.</source>
   <translation>Der Display Shutter ist unvollständig; sein beschädigter Teil wird nicht angewendet.</translation>
  </message>
  <message>
   <source>{path}: its colour tables are damaged ({error}).</source>
   <translation>{path}: Die Farbtabellen sind beschädigt ({error}).</translation>
  </message>
  <message>
   <source>, frame {frame}</source>
   <translation>, Frame {frame}</translation>
  </message>
  <message>
   <source>Export it as JPEG 2000, JPEG-LS or uncompressed.</source>
   <translation>Als JPEG 2000, JPEG-LS oder unkomprimiert exportieren.</translation>
  </message>
  <message>
   <source>Export it as RGB.</source>
   <translation>Als RGB exportieren.</translation>
  </message>
  <message>
   <source>Frames are numbered from 0 to {frames}.</source>
   <translation>Frames sind von 0 bis {frames} nummeriert.</translation>
  </message>
  <message>
   <source>The file holds {extra} bytes of pixels more than its header says; they were ignored.</source>
   <translation>Die Datei enthält {extra} Bytes Pixel mehr, als ihr Header nennt; sie wurden nicht beachtet.</translation>
  </message>
  <message>
   <source>The image is {photometric} with {columns} columns, which must be even.</source>
   <translation>Das Bild ist {photometric} mit {columns} Spalten; die Zahl muss gerade sein.</translation>
  </message>
  <message>
   <source>native (numpy {version}, pydicom {version_2})</source>
   <translation>unkomprimiert (numpy {version}, pydicom {version_2})</translation>
  </message>
  <message>
   <source>{path}: YBR_PARTIAL_420 is for video and has no uncompressed form (PS3.3 C.7.6.3.1.2).</source>
   <translation>{path}: YBR_PARTIAL_420 ist für Video und hat keine unkomprimierte Form (PS3.3 C.7.6.3.1.2).</translation>
  </message>
  <message>
   <source>{path}: its transfer syntax {syntax_name} is not supported.</source>
   <translation>{path}: Die Transfersyntax {syntax_name} wird nicht unterstützt.</translation>
  </message>
  <message>
   <source>{path}: there is no frame {frame}.</source>
   <translation>{path}: Es gibt keinen Frame {frame}.</translation>
  </message>
  <message>
   <source>No SUV can be shown. {reason}</source>
   <translation>Es kann kein SUV gezeigt werden. {reason}</translation>
  </message>
  <message>
   <source>The file-set is damaged, or was made to do harm; open its folder instead.</source>
   <translation>Das File-Set ist beschädigt oder wurde gemacht, um zu schaden; stattdessen seinen Ordner öffnen.</translation>
  </message>
  <message>
   <source>a record points out of its folder</source>
   <translation>ein Eintrag zeigt aus seinem Ordner hinaus</translation>
  </message>
  <message>
   <source>it has {count} records</source>
   <translation>es hat {count} Einträge</translation>
  </message>
  <message>
   <source>its records point in a circle</source>
   <translation>seine Einträge zeigen im Kreis</translation>
  </message>
  <message>
   <source>{path}: this DICOMDIR is refused: {reason}.</source>
   <translation>{path}: Dieses DICOMDIR wird abgelehnt: {reason}.</translation>
  </message>
  <message>
   <source>There is not enough memory.</source>
   <translation>Der Arbeitsspeicher reicht nicht.</translation>
  </message>
  <message>
   <source>Known are DICOM, PNG, JPEG, TIFF, BMP, NIfTI, NRRD and MetaImage.</source>
   <translation>Bekannt sind DICOM, PNG, JPEG, TIFF, BMP, NIfTI, NRRD und MetaImage.</translation>
  </message>
  <message>
   <source>Rename it to end in .{kind} if that is what it should be, or export it again as DICOM.</source>
   <translation>Auf .{kind} umbenennen, falls es das sein soll, oder erneut als DICOM exportieren.</translation>
  </message>
  <message>
   <source>The file's name does not end like that of a {kind} file, which it is.</source>
   <translation>Der Name der Datei endet nicht wie der einer {kind}-Datei, die sie ist.</translation>
  </message>
  <message>
   <source>Unpack it first.</source>
   <translation>Zuerst entpacken.</translation>
  </message>
  <message>
   <source>the file is empty</source>
   <translation>die Datei ist leer</translation>
  </message>
  <message>
   <source>this is a gzip archive, not an image</source>
   <translation>das ist ein gzip-Archiv, kein Bild</translation>
  </message>
  <message>
   <source>this is a text file, not an image</source>
   <translation>das ist eine Textdatei, kein Bild</translation>
  </message>
  <message>
   <source>this is a zip archive, not an image</source>
   <translation>das ist ein zip-Archiv, kein Bild</translation>
  </message>
  <message>
   <source>this is no image file of a known format, or it is damaged</source>
   <translation>das ist keine Bilddatei eines bekannten Formats, oder sie ist beschädigt</translation>
  </message>
  <message>
   <source>{path}: the file is cut off before its pixels.</source>
   <translation>{path}: Die Datei ist vor ihren Pixeln abgeschnitten.</translation>
  </message>
  <message>
   <source>{path}: the file is named as DICOM but holds a {kind} picture.</source>
   <translation>{path}: Die Datei ist als DICOM benannt, enthält aber ein {kind}-Bild.</translation>
  </message>
  <message>
   <source>An array of type {dtype} and shape {shape} cannot be a PNG.</source>
   <translation>Ein Array vom Typ {dtype} und der Form {shape} kann kein PNG sein.</translation>
  </message>
  <message>
   <source>Check the folder, its space and permissions.</source>
   <translation>Ordner, Platz und Rechte prüfen.</translation>
  </message>
  <message>
   <source>Choose another name, or remove it first.</source>
   <translation>Einen anderen Namen wählen oder sie zuerst entfernen.</translation>
  </message>
  <message>
   <source>{path}: cannot be written ({strerror}).</source>
   <translation>{path}: kann nicht geschrieben werden ({strerror}).</translation>
  </message>
  <message>
   <source>{path}: the file exists already.</source>
   <translation>{path}: Die Datei gibt es schon.</translation>
  </message>
  <message>
   <source>A map of shape {shape} is not on the grid of an image of shape {shape_2}.</source>
   <translation>Eine Karte der Form {shape} liegt nicht auf dem Raster eines Bildes der Form {shape_2}.</translation>
  </message>
  <message>
   <source>An array of type {dtype} and shape {shape} cannot be a TIFF.</source>
   <translation>Ein Array vom Typ {dtype} und der Form {shape} kann kein TIFF sein.</translation>
  </message>
  <message>
   <source>A heat map ({suffix}) cannot be read: {error}.</source>
   <translation>Eine Wärmekarte ({suffix}) kann nicht gelesen werden: {error}.</translation>
  </message>
  <message>
   <source>A heat map has the shape {shape}.</source>
   <translation>Eine Wärmekarte hat die Form {shape}.</translation>
  </message>
  <message>
   <source>It must be rows x columns, or images x rows x columns.</source>
   <translation>Verlangt ist Zeilen x Spalten oder Bilder x Zeilen x Spalten.</translation>
  </message>
  <message>
   <source>Write it as .npy, .npz, .png or .tif.</source>
   <translation>Als .npy, .npz, .png oder .tif schreiben.</translation>
  </message>
  <message>
   <source>the ending {suffix} is not one of {suffixes}</source>
   <translation>die Endung {suffix} ist keine von {suffixes}</translation>
  </message>
  <message>
   <source>A mask is a PNG, TIFF, NIfTI or NRRD file, or a DICOM segmentation.</source>
   <translation>Eine Maske ist eine PNG-, TIFF-, NIfTI- oder NRRD-Datei oder eine DICOM-Segmentierung.</translation>
  </message>
  <message>
   <source>Export it again, or leave it out.</source>
   <translation>Erneut exportieren oder weglassen.</translation>
  </message>
  <message>
   <source>Give a folder of masks, or one mask.</source>
   <translation>Einen Ordner mit Masken oder eine Maske angeben.</translation>
  </message>
  <message>
   <source>Leave one out.</source>
   <translation>Eine davon weglassen.</translation>
  </message>
  <message>
   <source>The segmentation {name} cannot be read ({error}).</source>
   <translation>Die Segmentierung {name} kann nicht gelesen werden ({error}).</translation>
  </message>
  <message>
   <source>There are no masks in {source}.</source>
   <translation>In {source} sind keine Masken.</translation>
  </message>
  <message>
   <source>There is no {source}.</source>
   <translation>Es gibt kein {source}.</translation>
  </message>
  <message>
   <source>{names} and {path} are masks of the same name.</source>
   <translation>{names} und {path} sind Masken mit demselben Namen.</translation>
  </message>
  <message>
   <source>Check the name and the permissions.</source>
   <translation>Namen und Rechte prüfen.</translation>
  </message>
  <message>
   <source>Choose an image file.</source>
   <translation>Eine Bilddatei wählen.</translation>
  </message>
  <message>
   <source>The disk or network may be at fault.</source>
   <translation>Der Datenträger oder das Netz könnte schuld sein.</translation>
  </message>
  <message>
   <source>a folder</source>
   <translation>ein Ordner</translation>
  </message>
  <message>
   <source>no regular file (a pipe, socket or device)</source>
   <translation>keine gewöhnliche Datei (Pipe, Socket oder Gerät)</translation>
  </message>
  <message>
   <source>{path}: this is {what}.</source>
   <translation>{path}: Das ist {what}.</translation>
  </message>
  <message>
   <source>Frames are numbered from 0 to {pages}.</source>
   <translation>Frames sind von 0 bis {pages} nummeriert.</translation>
  </message>
  <message>
   <source>Make it smaller, or convert it to DICOM.</source>
   <translation>Verkleinern oder in DICOM umwandeln.</translation>
  </message>
  <message>
   <source>Save it in parts.</source>
   <translation>In Teilen speichern.</translation>
  </message>
  <message>
   <source>Some pixels point beyond the colour table; they are shown black.</source>
   <translation>Manche Pixel zeigen über die Farbtabelle hinaus; sie werden schwarz gezeigt.</translation>
  </message>
  <message>
   <source>The file is damaged.</source>
   <translation>Die Datei ist beschädigt.</translation>
  </message>
  <message>
   <source>The picture has transparent parts; they are shown as if they were opaque.</source>
   <translation>Das Bild hat durchsichtige Teile; sie werden gezeigt, als wären sie deckend.</translation>
  </message>
  <message>
   <source>The picture was turned upright as its EXIF orientation says.</source>
   <translation>Das Bild wurde aufgerichtet, wie seine EXIF-Ausrichtung es sagt.</translation>
  </message>
  <message>
   <source>The picture's {mode} colours were converted to RGB.</source>
   <translation>Die {mode}-Farben des Bildes wurden in RGB umgewandelt.</translation>
  </message>
  <message>
   <source>This is a colour picture, not a radiograph or slice.</source>
   <translation>Das ist ein Farbbild, keine Röntgenaufnahme oder Schicht.</translation>
  </message>
  <message>
   <source>as stored</source>
   <translation>wie gespeichert</translation>
  </message>
  <message>
   <source>decompression bomb</source>
   <translation>Dekompressionsbombe</translation>
  </message>
  <message>
   <source>{path}: the file is larger than {limit} GiB.</source>
   <translation>{path}: Die Datei ist größer als {limit} GiB.</translation>
  </message>
  <message>
   <source>{path}: the picture has {width} x {height} pixels, more than the limit of {max_raster_pixels}.</source>
   <translation>{path}: Das Bild hat {width} x {height} Pixel, mehr als die Grenze von {max_raster_pixels}.</translation>
  </message>
  <message>
   <source>{path}: the picture is {width} x {height} pixels.</source>
   <translation>{path}: Das Bild hat {width} x {height} Pixel.</translation>
  </message>
  <message>
   <source>{path}: the {kind} picture is damaged or cut off{detail}.</source>
   <translation>{path}: Das {kind}-Bild ist beschädigt oder abgeschnitten{detail}.</translation>
  </message>
  <message>
   <source>Save it as 8 or 16 bits.</source>
   <translation>Mit 8 oder 16 Bit speichern.</translation>
  </message>
  <message>
   <source>Save it as grey or RGB.</source>
   <translation>Als Grau oder RGB speichern.</translation>
  </message>
  <message>
   <source>Save its pages one by one.</source>
   <translation>Die Seiten einzeln speichern.</translation>
  </message>
  <message>
   <source>The picture was turned upright as its orientation tag says.</source>
   <translation>Das Bild wurde aufgerichtet, wie seine Orientierungsangabe es sagt.</translation>
  </message>
  <message>
   <source>tifffile {version}</source>
   <translation>tifffile {version}</translation>
  </message>
  <message>
   <source>{path}: a page of shape {shape} is not shown.</source>
   <translation>{path}: Eine Seite der Form {shape} wird nicht gezeigt.</translation>
  </message>
  <message>
   <source>{path}: colour of type {dtype} is not shown.</source>
   <translation>{path}: Farbe vom Typ {dtype} wird nicht gezeigt.</translation>
  </message>
  <message>
   <source>{path}: pixels point beyond the colour table.</source>
   <translation>{path}: Pixel zeigen über die Farbtabelle hinaus.</translation>
  </message>
  <message>
   <source>{path}: pixels with {samples} components are not shown.</source>
   <translation>{path}: Pixel mit {samples} Komponenten werden nicht gezeigt.</translation>
  </message>
  <message>
   <source>{path}: the TIFF file holds no picture.</source>
   <translation>{path}: Die TIFF-Datei enthält kein Bild.</translation>
  </message>
  <message>
   <source>{path}: values of type {dtype} are not shown.</source>
   <translation>{path}: Werte vom Typ {dtype} werden nicht gezeigt.</translation>
  </message>
  <message>
   <source>Pixel Data</source>
   <translation>Pixel Data</translation>
  </message>
  <message>
   <source>Size of the file</source>
   <translation>Größe der Datei</translation>
  </message>
  <message>
   <source>Transfer syntax of the file</source>
   <translation>Transfersyntax der Datei</translation>
  </message>
  <message>
   <source>Unknown attribute</source>
   <translation>Unbekanntes Attribut</translation>
  </message>
  <message>
   <source>not said</source>
   <translation>nicht angegeben</translation>
  </message>
  <message>
   <source>of undefined length (compressed)</source>
   <translation>von unbestimmter Länge (komprimiert)</translation>
  </message>
  <message>
   <source>{count} items</source>
   <translation>{count} Einträge</translation>
  </message>
  <message>
   <source>{length} bytes</source>
   <translation>{length} Bytes</translation>
  </message>
  <message>
   <source>{size} bytes</source>
   <translation>{size} Bytes</translation>
  </message>
  <message>
   <source>Check its permissions, or set {home_variable} to a folder of your own.</source>
   <translation>Die Rechte prüfen oder {home_variable} auf einen eigenen Ordner setzen.</translation>
  </message>
  <message>
   <source>{folder}: the folder cannot be made ({strerror}).</source>
   <translation>{folder}: Der Ordner kann nicht angelegt werden ({strerror}).</translation>
  </message>
  <message>
   <source>Frames are numbered from 0 to {size}.</source>
   <translation>Frames sind von 0 bis {size} nummeriert.</translation>
  </message>
  <message>
   <source>Save it as one file (.nii, .nii.gz, .nrrd or .mha).</source>
   <translation>Als eine Datei speichern (.nii, .nii.gz, .nrrd oder .mha).</translation>
  </message>
  <message>
   <source>it is {size} x {size_2} x {size_3} pixels</source>
   <translation>es hat {size} x {size_2} x {size_3} Pixel</translation>
  </message>
  <message>
   <source>its compressed data is damaged</source>
   <translation>seine komprimierten Daten sind beschädigt</translation>
  </message>
  <message>
   <source>its data is cut off</source>
   <translation>seine Daten sind abgeschnitten</translation>
  </message>
  <message>
   <source>its header asks for {frame_bytes} GiB</source>
   <translation>sein Header verlangt {frame_bytes} GiB</translation>
  </message>
  <message>
   <source>its {kind} header makes no sense</source>
   <translation>sein {kind}-Header ergibt keinen Sinn</translation>
  </message>
  <message>
   <source>native (numpy {version})</source>
   <translation>unkomprimiert (numpy {version})</translation>
  </message>
  <message>
   <source>{path}: its data lies in another file, which is not followed.</source>
   <translation>{path}: Die Daten liegen in einer anderen Datei, der nicht gefolgt wird.</translation>
  </message>
  <message>
   <source>Save it as 16-bit or float.</source>
   <translation>Mit 16 Bit oder als Gleitkomma speichern.</translation>
  </message>
  <message>
   <source>Save it as NIfTI-1 or NIfTI-2.</source>
   <translation>Als NIfTI-1 oder NIfTI-2 speichern.</translation>
  </message>
  <message>
   <source>Save it raw or gzip.</source>
   <translation>Als raw oder gzip speichern.</translation>
  </message>
  <message>
   <source>The axes of the volume are not at right angles; its orientation is not used.</source>
   <translation>Die Achsen des Volumens stehen nicht rechtwinklig; seine Orientierung wird nicht verwendet.</translation>
  </message>
  <message>
   <source>no data</source>
   <translation>keine Daten</translation>
  </message>
  <message>
   <source>not finite</source>
   <translation>nicht endlich</translation>
  </message>
  <message>
   <source>{path}: its NIfTI data type {code} is not shown.</source>
   <translation>{path}: Der NIfTI-Datentyp {code} wird nicht gezeigt.</translation>
  </message>
  <message>
   <source>{path}: its NIfTI header says {size} bytes.</source>
   <translation>{path}: Der NIfTI-Header nennt {size} Bytes.</translation>
  </message>
  <message>
   <source>{path}: its header has no end.</source>
   <translation>{path}: Der Header hat kein Ende.</translation>
  </message>
  <message>
   <source>{path}: the NRRD encoding '{encoding}' is not read.</source>
   <translation>{path}: Die NRRD-Kodierung „{encoding}“ wird nicht gelesen.</translation>
  </message>
  <message>
   <source>{path}: values of type '{name}' are not shown.</source>
   <translation>{path}: Werte vom Typ „{name}“ werden nicht gezeigt.</translation>
  </message>
  <message>
   <source>Check its permissions.</source>
   <translation>Die Rechte prüfen.</translation>
  </message>
  <message>
   <source>Choose a folder with DICOM, PNG, JPEG, TIFF or BMP files.</source>
   <translation>Einen Ordner mit DICOM-, PNG-, JPEG-, TIFF- oder BMP-Dateien wählen.</translation>
  </message>
  <message>
   <source>Name it directly to open it.</source>
   <translation>Direkt nennen, um es zu öffnen.</translation>
  </message>
  <message>
   <source>a symbolic link</source>
   <translation>eine symbolische Verknüpfung</translation>
  </message>
  <message>
   <source>cannot be looked at ({strerror})</source>
   <translation>kann nicht angesehen werden ({strerror})</translation>
  </message>
  <message>
   <source>skipped</source>
   <translation>übersprungen</translation>
  </message>
  <message>
   <source>{path}: {reason}, left out.</source>
   <translation>{path}: {reason}, weggelassen.</translation>
  </message>
  <message>
   <source>{root}: the folder cannot be read ({strerror}).</source>
   <translation>{root}: Der Ordner kann nicht gelesen werden ({strerror}).</translation>
  </message>
  <message>
   <source>{root}: the folder is empty.</source>
   <translation>{root}: Der Ordner ist leer.</translation>
  </message>
  <message>
   <source>Check that the file is still there.</source>
   <translation>Prüfen, ob die Datei noch da ist.</translation>
  </message>
  <message>
   <source>Export the map as NIfTI or .npy.</source>
   <translation>Die Karte als NIfTI oder .npy exportieren.</translation>
  </message>
  <message>
   <source>Export the maps as NIfTI or as secondary captures.</source>
   <translation>Die Karten als NIfTI oder als Secondary Capture exportieren.</translation>
  </message>
  <message>
   <source>The frames of {name} cannot be referred to by a segmentation ({error}).</source>
   <translation>Auf die Frames von {name} kann eine Segmentierung nicht verweisen ({error}).</translation>
  </message>
  <message>
   <source>{name} cannot be read again.</source>
   <translation>{name} kann nicht noch einmal gelesen werden.</translation>
  </message>
  <message>
   <source>{name} is no DICOM file, so there is no study that a DICOM object could belong to.</source>
   <translation>{name} ist keine DICOM-Datei, daher gibt es keine Studie, zu der ein DICOM-Objekt gehören könnte.</translation>
  </message>
  <message>
   <source>Check the export of this call.</source>
   <translation>Den Export dieses Urteils prüfen.</translation>
  </message>
  <message>
   <source>Make one case of each study.</source>
   <translation>Aus jeder Studie einen Fall machen.</translation>
  </message>
  <message>
   <source>Mark {number} is on image {image}, but the case has {count}.</source>
   <translation>Die Markierung {number} liegt auf Bild {image}, aber der Fall hat {count}.</translation>
  </message>
  <message>
   <source>Structured reports are written for DICOM cases only; use the other formats.</source>
   <translation>Structured Reports werden nur für DICOM-Fälle geschrieben; die anderen Formate verwenden.</translation>
  </message>
  <message>
   <source>Structured reports are written for images only.</source>
   <translation>Structured Reports werden nur für Bilder geschrieben.</translation>
  </message>
  <message>
   <source>Structured reports need the images of the case.</source>
   <translation>Structured Reports brauchen die Bilder des Falls.</translation>
  </message>
  <message>
   <source>The case has no files.</source>
   <translation>Der Fall hat keine Dateien.</translation>
  </message>
  <message>
   <source>{name} is no DICOM file, so there is no study that a report could belong to.</source>
   <translation>{name} ist keine DICOM-Datei, daher gibt es keine Studie, zu der ein Bericht gehören könnte.</translation>
  </message>
  <message>
   <source>{name} is no image.</source>
   <translation>{name} ist kein Bild.</translation>
  </message>
  <message>
   <source>{name}: the files differ in {name_2}, so one report cannot belong to all of them.</source>
   <translation>{name}: Die Dateien unterscheiden sich in {name_2}, daher kann ein Bericht nicht zu allen gehören.</translation>
  </message>
  <message>
   <source>After record {seq} comes record {seq_2}: records are missing or moved.</source>
   <translation>Nach Eintrag {seq} kommt Eintrag {seq_2}: Einträge fehlen oder wurden verschoben.</translation>
  </message>
  <message>
   <source>Check the key folder's permissions and free space.</source>
   <translation>Rechte und freien Platz des Schlüsselordners prüfen.</translation>
  </message>
  <message>
   <source>Compare with the head of an export.</source>
   <translation>Mit dem Kopf eines Exports vergleichen.</translation>
  </message>
  <message>
   <source>Record {seq} ({kind}) or its place was altered.</source>
   <translation>Eintrag {seq} ({kind}) oder sein Platz wurde verändert.</translation>
  </message>
  <message>
   <source>Record {seq} is not the one that was anchored: an old copy was put back.</source>
   <translation>Eintrag {seq} ist nicht der verankerte: Eine alte Kopie wurde zurückgelegt.</translation>
  </message>
  <message>
   <source>The anchor {path} cannot be read.</source>
   <translation>Der Anker {path} kann nicht gelesen werden.</translation>
  </message>
  <message>
   <source>The anchor {path} cannot be written ({strerror}); the call itself was saved.</source>
   <translation>Der Anker {path} kann nicht geschrieben werden ({strerror}); das Urteil selbst wurde gespeichert.</translation>
  </message>
  <message>
   <source>The anchor {path} was altered.</source>
   <translation>Der Anker {path} wurde verändert.</translation>
  </message>
  <message>
   <source>The chain ends at {seq}, but {seq_2} records were anchored: its end was cut off.</source>
   <translation>Die Kette endet bei {seq}, aber {seq_2} Einträge wurden verankert: Ihr Ende wurde abgeschnitten.</translation>
  </message>
  <message>
   <source>There is no anchor {path}; a cut end could not be found.</source>
   <translation>Es gibt keinen Anker {path}; ein abgeschnittenes Ende ließe sich nicht finden.</translation>
  </message>
  <message>
   <source>Verify where the reading was done.</source>
   <translation>Dort verifizieren, wo befundet wurde.</translation>
  </message>
  <message>
   <source>A value has no canonical form: {error}.</source>
   <translation>Ein Wert hat keine kanonische Form: {error}.</translation>
  </message>
  <message>
   <source>A {type} has no canonical form.</source>
   <translation>Ein {type} hat keine kanonische Form.</translation>
  </message>
  <message>
   <source>Case {name}: the folder {path} is empty.</source>
   <translation>Fall {name}: Der Ordner {path} ist leer.</translation>
  </message>
  <message>
   <source>Case {name}: there is no {path}.</source>
   <translation>Fall {name}: Es gibt kein {path}.</translation>
  </message>
  <message>
   <source>Correct the path in the plan.</source>
   <translation>Den Pfad im Plan berichtigen.</translation>
  </message>
  <message>
   <source>Correct the path.</source>
   <translation>Den Pfad berichtigen.</translation>
  </message>
  <message>
   <source>Restore the file, or correct sha256 if the plan is not frozen yet.</source>
   <translation>Die Datei wiederherstellen, oder sha256 berichtigen, falls der Plan noch nicht eingefroren ist.</translation>
  </message>
  <message>
   <source>{where}: the contents are not those of the plan (SHA-256 {found}..., stated {stated}...).</source>
   <translation>{where}: Der Inhalt ist nicht der des Plans (SHA-256 {found}..., angegeben {stated}...).</translation>
  </message>
  <message>
   <source>Debrief after the last reading.</source>
   <translation>Erst nach der letzten Befundung aufklären.</translation>
  </message>
  <message>
   <source>Name a reader of the plan.</source>
   <translation>Einen Befunder des Plans nennen.</translation>
  </message>
  <message>
   <source>There is no reader {reader}.</source>
   <translation>Es gibt keinen Befunder {reader}.</translation>
  </message>
  <message>
   <source>{reader} has {left} readings left and cannot be debriefed yet.</source>
   <translation>{reader} hat noch {left} Befundungen und kann noch nicht aufgeklärt werden.</translation>
  </message>
  <message>
   <source>An earlier case is not finished.</source>
   <translation>Ein früherer Fall ist nicht abgeschlossen.</translation>
  </message>
  <message>
   <source>Cases are read in their order.</source>
   <translation>Fälle werden in ihrer Reihenfolge befundet.</translation>
  </message>
  <message>
   <source>Come back then; an administrator can override it with a reason (`radviewer study override`).</source>
   <translation>Dann wiederkommen; die Studienleitung kann die Auswaschzeit mit einem Grund aufheben (`radviewer study override`).</translation>
  </message>
  <message>
   <source>Feedback comes after the call.</source>
   <translation>Die Rückmeldung kommt nach dem Urteil.</translation>
  </message>
  <message>
   <source>Go on without it.</source>
   <translation>Ohne sie fortfahren.</translation>
  </message>
  <message>
   <source>Lock the call first.</source>
   <translation>Zuerst das Urteil festlegen.</translation>
  </message>
  <message>
   <source>Make the call first.</source>
   <translation>Zuerst das Urteil fällen.</translation>
  </message>
  <message>
   <source>Period {period} may begin on {due} UTC, {wait} from now: the washout is {washout_days} days.</source>
   <translation>Abschnitt {period} darf am {due} UTC beginnen, {wait} von jetzt an: Die Auswaschzeit ist {washout_days} Tage.</translation>
  </message>
  <message>
   <source>Run `radviewer study schedule`.</source>
   <translation>`radviewer study schedule` ausführen.</translation>
  </message>
  <message>
   <source>The AI appears after the unaided call is locked.</source>
   <translation>Die KI erscheint, nachdem das Urteil ohne Hilfe festgelegt ist.</translation>
  </message>
  <message>
   <source>The study is not frozen yet.</source>
   <translation>Die Studie ist noch nicht eingefroren.</translation>
  </message>
  <message>
   <source>This reading shows no AI.</source>
   <translation>Diese Befundung zeigt keine KI.</translation>
  </message>
  <message>
   <source>{days} days</source>
   <translation>{days} Tage</translation>
  </message>
  <message>
   <source>{span} hours</source>
   <translation>{span} Stunden</translation>
  </message>
  <message>
   <source>Check the file.</source>
   <translation>Die Datei prüfen.</translation>
  </message>
  <message>
   <source>Correct the cell.</source>
   <translation>Die Zelle berichtigen.</translation>
  </message>
  <message>
   <source>The columns reader, case and condition must name what the schedule holds.</source>
   <translation>Die Spalten reader, case und condition müssen nennen, was der Ablaufplan enthält.</translation>
  </message>
  <message>
   <source>{name} line {line}: reader {key} has no reading of case {key_2} under {key_3}.</source>
   <translation>{name} Zeile {line}: Befunder {key} hat keine Befundung von Fall {key_2} unter {key_3}.</translation>
  </message>
  <message>
   <source>{table} cannot be read as CSV: {error}.</source>
   <translation>{table} kann nicht als CSV gelesen werden: {error}.</translation>
  </message>
  <message>
   <source>{where}: {text} is no number.</source>
   <translation>{where}: {text} ist keine Zahl.</translation>
  </message>
  <message>
   <source>Export again when readers have begun.</source>
   <translation>Erneut exportieren, wenn die Befunder begonnen haben.</translation>
  </message>
  <message>
   <source>No reading is there to export.</source>
   <translation>Es gibt keine Befundung zu exportieren.</translation>
  </message>
  <message>
   <source>Export the study again.</source>
   <translation>Exportieren Sie die Studie erneut.</translation>
  </message>
  <message>
   <source>Name head.json of an export.</source>
   <translation>head.json eines Exports nennen.</translation>
  </message>
  <message>
   <source>The file holds no head of an audit chain.</source>
   <translation>Die Datei enthält keinen Kopf einer Prüfkette.</translation>
  </message>
  <message>
   <source>The file is no study.json of this version.</source>
   <translation>Die Datei ist keine study.json dieser Version.</translation>
  </message>
  <message>
   <source>Check the free space.</source>
   <translation>Den freien Platz prüfen.</translation>
  </message>
  <message>
   <source>{path} cannot be copied to the study folder ({strerror}).</source>
   <translation>{path} kann nicht in den Studienordner kopiert werden ({strerror}).</translation>
  </message>
  <message>
   <source>Choose another study id, or another key folder.</source>
   <translation>Eine andere Studienkennung oder einen anderen Schlüsselordner wählen.</translation>
  </message>
  <message>
   <source>Choose another.</source>
   <translation>Einen anderen wählen.</translation>
  </message>
  <message>
   <source>Get it from the study's administrator.</source>
   <translation>Sie ist bei der Studienleitung erhältlich.</translation>
  </message>
  <message>
   <source>Name it with --keys.</source>
   <translation>Mit --keys nennen.</translation>
  </message>
  <message>
   <source>The keys cannot be written to {folder} ({strerror}).</source>
   <translation>Die Schlüssel können nicht nach {folder} geschrieben werden ({strerror}).</translation>
  </message>
  <message>
   <source>There is no key file {path}.</source>
   <translation>Es gibt keine Schlüsseldatei {path}.</translation>
  </message>
  <message>
   <source>This needs the administrator's key file.</source>
   <translation>Das braucht die Schlüsseldatei der Studienleitung.</translation>
  </message>
  <message>
   <source>{path} exists already.</source>
   <translation>{path} gibt es schon.</translation>
  </message>
  <message>
   <source>{path} holds keys of a wrong length.</source>
   <translation>{path} enthält Schlüssel falscher Länge.</translation>
  </message>
  <message>
   <source>{path} is no key file of a study.</source>
   <translation>{path} ist keine Schlüsseldatei einer Studie.</translation>
  </message>
  <message>
   <source>Go on with the next case.</source>
   <translation>Mit dem nächsten Fall fortfahren.</translation>
  </message>
  <message>
   <source>The record {id} exists with other contents.</source>
   <translation>Den Eintrag {id} gibt es mit anderem Inhalt.</translation>
  </message>
  <message>
   <source>This was recorded already ({slot}), perhaps in another window.</source>
   <translation>Das wurde schon vermerkt ({slot}), vielleicht in einem anderen Fenster.</translation>
  </message>
  <message>
   <source>Use PostgreSQL for several workstations (--server), or keep the study folder on a local disk.</source>
   <translation>Für mehrere Arbeitsplätze PostgreSQL verwenden (--server) oder den Studienordner auf einem lokalen Datenträger halten.</translation>
  </message>
  <message>
   <source>a mapped drive</source>
   <translation>ein verbundenes Netzlaufwerk</translation>
  </message>
  <message>
   <source>a network share</source>
   <translation>eine Netzwerkfreigabe</translation>
  </message>
  <message>
   <source>{folder} is on a network drive ({kind}); several writers there can damage an SQLite file.</source>
   <translation>{folder} liegt auf einem Netzlaufwerk ({kind}); mehrere Schreiber können dort eine SQLite-Datei beschädigen.</translation>
  </message>
  <message>
   <source>Run `radviewer study verify`.</source>
   <translation>`radviewer study verify` ausführen.</translation>
  </message>
  <message>
   <source>The sealed plan is not the one that was frozen.</source>
   <translation>Der versiegelte Plan ist nicht der eingefrorene.</translation>
  </message>
  <message>
   <source>Add cases, or leave out types.</source>
   <translation>Ergänzen Sie Fälle, oder lassen Sie Arten weg.</translation>
  </message>
  <message>
   <source>Add the case's own map, or "none".</source>
   <translation>Ergänzen Sie die eigene Karte des Falls oder "none".</translation>
  </message>
  <message>
   <source>Compute all maps before the first read and name their files.</source>
   <translation>Alle Karten vor der ersten Befundung berechnen und ihre Dateien nennen.</translation>
  </message>
  <message>
   <source>Or name one map in method.</source>
   <translation>Oder nennen Sie eine Karte in method.</translation>
  </message>
  <message>
   <source>Say it in overlays alone.</source>
   <translation>Sagen Sie es allein in overlays.</translation>
  </message>
  <message>
   <source>cases: {name} lacks the map of {name_2}, which {key} deals.</source>
   <translation>cases: {name} fehlt die Karte von {name_2}, die {key} zuteilt.</translation>
  </message>
  <message>
   <source>{key} has maps of other cases only.</source>
   <translation>{key} hat nur Karten anderer Fälle.</translation>
  </message>
  <message>
   <source>{key} has more types than there are cases.</source>
   <translation>{key} hat mehr Arten, als es Fälle gibt.</translation>
  </message>
  <message>
   <source>{key} needs at least two different types.</source>
   <translation>{key} braucht mindestens zwei verschiedene Arten.</translation>
  </message>
  <message>
   <source>{text} is no type of overlay.</source>
   <translation>{text} ist keine Art von Overlay.</translation>
  </message>
  <message>
   <source>{where} has overlays beside method, layer or map_from.</source>
   <translation>{where} hat overlays neben method, layer oder map_from.</translation>
  </message>
  <message>
   <source>A PIN has at least four characters.</source>
   <translation>Eine PIN hat mindestens vier Zeichen.</translation>
  </message>
  <message>
   <source>Choose a longer one.</source>
   <translation>Eine längere wählen.</translation>
  </message>
  <message>
   <source>The PIN was tried too often.</source>
   <translation>Die PIN wurde zu oft versucht.</translation>
  </message>
  <message>
   <source>Wait a minute, or ask the administrator for a new one.</source>
   <translation>Eine Minute warten oder die Studienleitung um eine neue bitten.</translation>
  </message>
  <message>
   <source>A case occurs once; repeats are arranged by design.repeats.</source>
   <translation>Ein Fall kommt einmal vor; Wiederholungen legt design.repeats an.</translation>
  </message>
  <message>
   <source>A study compares at least two conditions.</source>
   <translation>Eine Studie vergleicht mindestens zwei Bedingungen.</translation>
  </message>
  <message>
   <source>Add "heatmap" or "contour" to ai.</source>
   <translation>Zu ai "heatmap" oder "contour" hinzufügen.</translation>
  </message>
  <message>
   <source>Add a condition without ai; the first call is recorded under its name.</source>
   <translation>Eine Bedingung ohne ai hinzufügen; unter ihrem Namen wird das erste Urteil vermerkt.</translation>
  </message>
  <message>
   <source>Add at least one [[{table}]].</source>
   <translation>Mindestens ein [[{table}]] hinzufügen.</translation>
  </message>
  <message>
   <source>Add method = "gradcam" or another one.</source>
   <translation>method = "gradcam" oder ein anderes Verfahren hinzufügen.</translation>
  </message>
  <message>
   <source>Add readers.</source>
   <translation>Befunder hinzufügen.</translation>
  </message>
  <message>
   <source>All AI outputs are computed before the first read.</source>
   <translation>Alle KI-Ausgaben werden vor der ersten Befundung berechnet.</translation>
  </message>
  <message>
   <source>Choose a whole number from 0.</source>
   <translation>Eine ganze Zahl ab 0 wählen.</translation>
  </message>
  <message>
   <source>Correct it.</source>
   <translation>Berichtigen.</translation>
  </message>
  <message>
   <source>Each case group needs a reader.</source>
   <translation>Jede Fallgruppe braucht einen Befunder.</translation>
  </message>
  <message>
   <source>Groups: {allowed}.</source>
   <translation>Gruppen: {allowed}.</translation>
  </message>
  <message>
   <source>It is a positive number.</source>
   <translation>Es ist eine positive Zahl.</translation>
  </message>
  <message>
   <source>It is a probability from 0 to 1.</source>
   <translation>Es ist eine Wahrscheinlichkeit von 0 bis 1.</translation>
  </message>
  <message>
   <source>It is a probability.</source>
   <translation>Es ist eine Wahrscheinlichkeit.</translation>
  </message>
  <message>
   <source>It must be from 0 to 1.</source>
   <translation>Verlangt ist 0 bis 1.</translation>
  </message>
  <message>
   <source>It must be from {low} to {high}.</source>
   <translation>Verlangt ist {low} bis {high}.</translation>
  </message>
  <message>
   <source>It must be more than 0 seconds.</source>
   <translation>Verlangt ist mehr als 0 Sekunden.</translation>
  </message>
  <message>
   <source>It must be {wanted} there; for other mixtures use kind = 'crossover'.</source>
   <translation>Dort ist {wanted} verlangt; für andere Mischungen kind = 'crossover' verwenden.</translation>
  </message>
  <message>
   <source>Keep one unaided condition.</source>
   <translation>Eine Bedingung ohne Hilfe behalten.</translation>
  </message>
  <message>
   <source>Name each part once.</source>
   <translation>Jeden Teil einmal nennen.</translation>
  </message>
  <message>
   <source>Name id and version of the model in [model].</source>
   <translation>Kennung und Version des Modells in [model] nennen.</translation>
  </message>
  <message>
   <source>Name the case's files or folders.</source>
   <translation>Die Dateien oder Ordner des Falls nennen.</translation>
  </message>
  <message>
   <source>Name the difference that the study is planned for.</source>
   <translation>Den Unterschied nennen, für den die Studie geplant ist.</translation>
  </message>
  <message>
   <source>Name the reader's arm.</source>
   <translation>Den Arm des Befunders nennen.</translation>
  </message>
  <message>
   <source>Names must differ.</source>
   <translation>Namen müssen verschieden sein.</translation>
  </message>
  <message>
   <source>ROC analysis needs both classes.</source>
   <translation>Eine ROC-Analyse braucht beide Klassen.</translation>
  </message>
  <message>
   <source>Remove it, or add ai parts.</source>
   <translation>Entfernen oder Teile von ai hinzufügen.</translation>
  </message>
  <message>
   <source>Remove it.</source>
   <translation>Entfernen.</translation>
  </message>
  <message>
   <source>Say where the truth comes from, e.g. "biopsy".</source>
   <translation>Sagen, woher die Wahrheit stammt, z. B. „Biopsie“.</translation>
  </message>
  <message>
   <source>This program reads schema {schema}.</source>
   <translation>Dieses Programm liest Schema {schema}.</translation>
  </message>
  <message>
   <source>Use letters, digits, '-', '_' and '.', at most 64.</source>
   <translation>Buchstaben, Ziffern, '-', '_' und '.' verwenden, höchstens 64.</translation>
  </message>
  <message>
   <source>Use printable text without spaces around it.</source>
   <translation>Druckbaren Text ohne Leerzeichen am Rand verwenden.</translation>
  </message>
  <message>
   <source>Width and height must be more than 0.</source>
   <translation>Breite und Höhe müssen über 0 liegen.</translation>
  </message>
  <message>
   <source>analysis.noninferiority_margin is {margin}.</source>
   <translation>analysis.noninferiority_margin ist {margin}.</translation>
  </message>
  <message>
   <source>analysis.planned_effect is 0.</source>
   <translation>analysis.planned_effect ist 0.</translation>
  </message>
  <message>
   <source>cases has no {word} case.</source>
   <translation>cases hat keinen Fall, der {word} ist.</translation>
  </message>
  <message>
   <source>cases: {name} has the same contents as {hashes}.</source>
   <translation>cases: {name} hat denselben Inhalt wie {hashes}.</translation>
  </message>
  <message>
   <source>conditions has only one.</source>
   <translation>conditions hat nur eine.</translation>
  </message>
  <message>
   <source>conditions has several without AI.</source>
   <translation>conditions hat mehrere ohne KI.</translation>
  </message>
  <message>
   <source>conditions: {name} has reveal = {reveal}, but design.kind is {kind}.</source>
   <translation>conditions: {name} hat reveal = {reveal}, aber design.kind ist {kind}.</translation>
  </message>
  <message>
   <source>design.{key} is {number}.</source>
   <translation>design.{key} ist {number}.</translation>
  </message>
  <message>
   <source>limits.{key} is {number}.</source>
   <translation>limits.{key} ist {number}.</translation>
  </message>
  <message>
   <source>model is missing.</source>
   <translation>model fehlt.</translation>
  </message>
  <message>
   <source>model.operating_point is not between 0 and 1.</source>
   <translation>model.operating_point liegt nicht zwischen 0 und 1.</translation>
  </message>
  <message>
   <source>readers are fewer than design.groups.</source>
   <translation>readers sind weniger als design.groups.</translation>
  </message>
  <message>
   <source>readers are fewer than the arms of a parallel design.</source>
   <translation>readers sind weniger als die Arme eines Parallel-Designs.</translation>
  </message>
  <message>
   <source>readers: group has no meaning in this design.</source>
   <translation>readers: group hat in diesem Design keine Bedeutung.</translation>
  </message>
  <message>
   <source>readers: the group {unknown} is no condition.</source>
   <translation>readers: Die Gruppe {unknown} ist keine Bedingung.</translation>
  </message>
  <message>
   <source>readers: there is no group {unknown}.</source>
   <translation>readers: Es gibt keine Gruppe {unknown}.</translation>
  </message>
  <message>
   <source>schema is {schema}.</source>
   <translation>schema ist {schema}.</translation>
  </message>
  <message>
   <source>study.id is no plain name.</source>
   <translation>study.id ist kein einfacher Name.</translation>
  </message>
  <message>
   <source>study.seed is negative.</source>
   <translation>study.seed ist negativ.</translation>
  </message>
  <message>
   <source>viewing needs both window_center and window_width &gt; 0, or neither.</source>
   <translation>viewing braucht window_center und window_width &gt; 0 oder keines von beiden.</translation>
  </message>
  <message>
   <source>{table} is empty.</source>
   <translation>{table} ist leer.</translation>
  </message>
  <message>
   <source>{table}[{index}].name is {name} a second time.</source>
   <translation>{table}[{index}].name ist zum zweiten Mal {name}.</translation>
  </message>
  <message>
   <source>{table}[{index}].name is {name}.</source>
   <translation>{table}[{index}].name ist {name}.</translation>
  </message>
  <message>
   <source>{where} has a box without area.</source>
   <translation>{where} hat einen Kasten ohne Fläche.</translation>
  </message>
  <message>
   <source>{where} shows a map but names no method.</source>
   <translation>{where} zeigt eine Karte, nennt aber kein Verfahren.</translation>
  </message>
  <message>
   <source>{where} shows the AI after the unaided call, but no condition is unaided.</source>
   <translation>{where} zeigt die KI nach dem Urteil ohne Hilfe, aber keine Bedingung ist ohne Hilfe.</translation>
  </message>
  <message>
   <source>{where}.ai is missing.</source>
   <translation>{where}.ai fehlt.</translation>
  </message>
  <message>
   <source>{where}.ai names a part twice.</source>
   <translation>{where}.ai nennt einen Teil zweimal.</translation>
  </message>
  <message>
   <source>{where}.ai.maps lacks the map of {method}{layer} for condition {name}.</source>
   <translation>{where}.ai.maps fehlt die Karte von {method}{layer} für die Bedingung {name}.</translation>
  </message>
  <message>
   <source>{where}.ai.score is {score}.</source>
   <translation>{where}.ai.score ist {score}.</translation>
  </message>
  <message>
   <source>{where}.opacity is {opacity}.</source>
   <translation>{where}.opacity ist {opacity}.</translation>
  </message>
  <message>
   <source>{where}.paths is empty.</source>
   <translation>{where}.paths ist leer.</translation>
  </message>
  <message>
   <source>{where}.reveal is set but nothing of the AI is shown.</source>
   <translation>{where}.reveal ist gesetzt, aber von der KI wird nichts gezeigt.</translation>
  </message>
  <message>
   <source>{where}.truth.source is empty.</source>
   <translation>{where}.truth.source ist leer.</translation>
  </message>
  <message>
   <source>{where}.{key} is set but no map is shown.</source>
   <translation>{where}.{key} ist gesetzt, aber es wird keine Karte gezeigt.</translation>
  </message>
  <message>
   <source>Add it.</source>
   <translation>Hinzufügen.</translation>
  </message>
  <message>
   <source>It must be 1 or 0.</source>
   <translation>Verlangt ist 1 oder 0.</translation>
  </message>
  <message>
   <source>It must be a number.</source>
   <translation>Verlangt ist eine Zahl.</translation>
  </message>
  <message>
   <source>Known: {columns}.</source>
   <translation>Bekannt: {columns}.</translation>
  </message>
  <message>
   <source>Make this CSV file, or list the cases as [[cases]].</source>
   <translation>Diese CSV-Datei anlegen oder die Fälle als [[cases]] aufführen.</translation>
  </message>
  <message>
   <source>Name a CSV file beside the plan.</source>
   <translation>Eine CSV-Datei neben dem Plan nennen.</translation>
  </message>
  <message>
   <source>Name a plan file or its folder.</source>
   <translation>Eine Plandatei oder ihren Ordner nennen.</translation>
  </message>
  <message>
   <source>Write METHOD=FILE, parted by |.</source>
   <translation>Schreiben Sie METHODE=DATEI, getrennt durch |.</translation>
  </message>
  <message>
   <source>cases_file is no text.</source>
   <translation>cases_file ist kein Text.</translation>
  </message>
  <message>
   <source>cases_file {file} cannot be read: {reason}.</source>
   <translation>cases_file {file} kann nicht gelesen werden: {reason}.</translation>
  </message>
  <message>
   <source>{file} cannot be read: {reason}.</source>
   <translation>{file} kann nicht gelesen werden: {reason}.</translation>
  </message>
  <message>
   <source>{name} has the unknown column '{unknown}'.</source>
   <translation>{name} hat die unbekannte Spalte „{unknown}“.</translation>
  </message>
  <message>
   <source>{name} lacks the column '{missing}'.</source>
   <translation>{name} fehlt die Spalte „{missing}“.</translation>
  </message>
  <message>
   <source>{where}: ai_score is {ai_score}.</source>
   <translation>{where}: ai_score ist {ai_score}.</translation>
  </message>
  <message>
   <source>{where}: {key} is {row}.</source>
   <translation>{where}: {key} ist {row}.</translation>
  </message>
  <message>
   <source>{where}: {part} names no map.</source>
   <translation>{where}: {part} nennt keine Karte.</translation>
  </message>
  <message>
   <source>'{name}' is not answered.</source>
   <translation>„{name}“ ist nicht beantwortet.</translation>
  </message>
  <message>
   <source>Add threshold.</source>
   <translation>threshold hinzufügen.</translation>
  </message>
  <message>
   <source>Answer it before going on.</source>
   <translation>Vor dem Fortfahren beantworten.</translation>
  </message>
  <message>
   <source>Correct the scale.</source>
   <translation>Die Skala berichtigen.</translation>
  </message>
  <message>
   <source>Name one.</source>
   <translation>Eine nennen.</translation>
  </message>
  <message>
   <source>Name them in order.</source>
   <translation>In ihrer Reihenfolge nennen.</translation>
  </message>
  <message>
   <source>Questions are: {known}.</source>
   <translation>Fragen sind: {known}.</translation>
  </message>
  <message>
   <source>ROC analysis needs one; add it.</source>
   <translation>Eine ROC-Analyse braucht eine; bitte hinzufügen.</translation>
  </message>
  <message>
   <source>The answer to '{name}' is {answer}.</source>
   <translation>Die Antwort auf „{name}“ ist {answer}.</translation>
  </message>
  <message>
   <source>There is no question '{name}'.</source>
   <translation>Es gibt keine Frage „{name}“.</translation>
  </message>
  <message>
   <source>Use letters, digits and underscores.</source>
   <translation>Buchstaben, Ziffern und Unterstriche verwenden.</translation>
  </message>
  <message>
   <source>a list of at most {most} marks</source>
   <translation>eine Liste mit höchstens {most} Markierungen</translation>
  </message>
  <message>
   <source>a mark whose {name} is a number</source>
   <translation>eine Markierung, deren {name} eine Zahl ist</translation>
  </message>
  <message>
   <source>a mark with x and y (and image, frame, rating)</source>
   <translation>eine Markierung mit x und y (und image, frame, rating)</translation>
  </message>
  <message>
   <source>a multiple of {step} from {low}</source>
   <translation>ein Vielfaches von {step} ab {low}</translation>
  </message>
  <message>
   <source>a whole number from 1 to {count}</source>
   <translation>eine ganze Zahl von 1 bis {count}</translation>
  </message>
  <message>
   <source>between {low} and {high}</source>
   <translation>zwischen {low} und {high}</translation>
  </message>
  <message>
   <source>questions has no rating or ordinal question.</source>
   <translation>questions hat keine Frage der Art rating oder ordinal.</translation>
  </message>
  <message>
   <source>questions[{index}: {name}]</source>
   <translation>questions[{index}: {name}]</translation>
  </message>
  <message>
   <source>text of at most {most} characters</source>
   <translation>Text mit höchstens {most} Zeichen</translation>
  </message>
  <message>
   <source>yes (1) or no (0)</source>
   <translation>ja (1) oder nein (0)</translation>
  </message>
  <message>
   <source>{where} has threshold_of but is not binary or lacks threshold.</source>
   <translation>{where} hat threshold_of, ist aber nicht binär oder hat kein threshold.</translation>
  </message>
  <message>
   <source>{where} needs low &lt; high, step &gt;= 0 and most &gt;= 1.</source>
   <translation>{where} braucht low &lt; high, step &gt;= 0 und most &gt;= 1.</translation>
  </message>
  <message>
   <source>{where}.choices must be at least two different labels.</source>
   <translation>{where}.choices müssen mindestens zwei verschiedene Label sein.</translation>
  </message>
  <message>
   <source>{where}.name is not a plain word.</source>
   <translation>{where}.name ist kein einfaches Wort.</translation>
  </message>
  <message>
   <source>{where}.threshold_of names no rating: {threshold_of}.</source>
   <translation>{where}.threshold_of nennt keine Bewertung: {threshold_of}.</translation>
  </message>
  <message>
   <source>This was recorded already ({slot}).</source>
   <translation>Das wurde schon vermerkt ({slot}).</translation>
  </message>
  <message>
   <source>Restore the study folder.</source>
   <translation>Den Studienordner wiederherstellen.</translation>
  </message>
  <message>
   <source>The sealed map {path} is missing.</source>
   <translation>Die versiegelte Karte {path} fehlt.</translation>
  </message>
  <message>
   <source>Asks for the AI.</source>
   <translation>Fragt nach der KI.</translation>
  </message>
  <message>
   <source>Goes on</source>
   <translation>Fährt fort</translation>
  </message>
  <message>
   <source>The AI's output appears.</source>
   <translation>Die Ausgabe der KI erscheint.</translation>
  </message>
  <message>
   <source>The case is on the screen.</source>
   <translation>Der Fall ist auf dem Bildschirm.</translation>
  </message>
  <message>
   <source>Window: the image's own</source>
   <translation>Fenster: das des Bildes</translation>
  </message>
  <message>
   <source>Zoom: fit</source>
   <translation>Zoom: eingepasst</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>zurückgenommen</translation>
  </message>
  <message>
   <source>Nobody reads {missing}.</source>
   <translation>Niemand befundet {missing}.</translation>
  </message>
  <message>
   <source>The schedule belongs to another plan.</source>
   <translation>Der Ablaufplan gehört zu einem anderen Plan.</translation>
  </message>
  <message>
   <source>{key} is scheduled in {n} arms of one period.</source>
   <translation>{key} ist in {n} Armen eines Abschnitts geplant.</translation>
  </message>
  <message>
   <source>{key} is scheduled {n} times.</source>
   <translation>{key} ist {n}-mal geplant.</translation>
  </message>
  <message>
   <source>{name} has {counts} readings, not {count}.</source>
   <translation>{name} hat {counts} Befundungen, nicht {count}.</translation>
  </message>
  <message>
   <source>Check the key file, and run `radviewer study verify`.</source>
   <translation>Die Schlüsseldatei prüfen und `radviewer study verify` ausführen.</translation>
  </message>
  <message>
   <source>The sealed contents of {context} do not open: altered, or of another study.</source>
   <translation>Der versiegelte Inhalt von {context} öffnet sich nicht: verändert oder von einer anderen Studie.</translation>
  </message>
  <message>
   <source>The sealed contents of {context} do not open: altered, or sealed with another key.</source>
   <translation>Der versiegelte Inhalt von {context} öffnet sich nicht: verändert oder mit einem anderen Schlüssel versiegelt.</translation>
  </message>
  <message>
   <source>Ask whoever looks after the server.</source>
   <translation>Wer den Server betreut, kann helfen.</translation>
  </message>
  <message>
   <source>Install them: pip install 'radviewer[server]'.</source>
   <translation>Installieren: pip install 'radviewer[server]'.</translation>
  </message>
  <message>
   <source>Like postgresql://user@host/database.</source>
   <translation>Zum Beispiel postgresql://user@host/database.</translation>
  </message>
  <message>
   <source>PostgreSQL needs two more packages.</source>
   <translation>PostgreSQL braucht zwei weitere Pakete.</translation>
  </message>
  <message>
   <source>The call is kept on this workstation and sent when the server is back.</source>
   <translation>Das Urteil bleibt auf diesem Arbeitsplatz und wird gesendet, wenn der Server wieder da ist.</translation>
  </message>
  <message>
   <source>The database refused ({state}). Nothing was saved.</source>
   <translation>Die Datenbank hat abgelehnt ({state}). Nichts wurde gespeichert.</translation>
  </message>
  <message>
   <source>The server's URL cannot be read.</source>
   <translation>Die URL des Servers kann nicht gelesen werden.</translation>
  </message>
  <message>
   <source>The server's URL is not of PostgreSQL.</source>
   <translation>Die URL des Servers ist nicht von PostgreSQL.</translation>
  </message>
  <message>
   <source>The study's server does not answer ({type}).</source>
   <translation>Der Server der Studie antwortet nicht ({type}).</translation>
  </message>
  <message>
   <source>A practice case is not corrected: its answer was shown.</source>
   <translation>Ein Übungsfall wird nicht korrigiert: Seine Antwort wurde gezeigt.</translation>
  </message>
  <message>
   <source>Go on.</source>
   <translation>Fortfahren.</translation>
  </message>
  <message>
   <source>No case is open.</source>
   <translation>Kein Fall ist geöffnet.</translation>
  </message>
  <message>
   <source>Open the next case.</source>
   <translation>Den nächsten Fall öffnen.</translation>
  </message>
  <message>
   <source>Questions are: {asked}.</source>
   <translation>Fragen sind: {asked}.</translation>
  </message>
  <message>
   <source>Say in a few words what was wrong.</source>
   <translation>In wenigen Worten sagen, was falsch war.</translation>
  </message>
  <message>
   <source>The AI is not on request here.</source>
   <translation>Die KI ist hier nicht auf Anfrage.</translation>
  </message>
  <message>
   <source>There is no question '{question}'.</source>
   <translation>Es gibt keine Frage „{question}“.</translation>
  </message>
  <message>
   <source>This needs the state {words}; the session is {state}.</source>
   <translation>Das braucht den Zustand {words}; die Sitzung ist {state}.</translation>
  </message>
  <message>
   <source>changed while a save was uncertain</source>
   <translation>geändert, während das Speichern ungewiss war</translation>
  </message>
  <message>
   <source>Another program holds the store</source>
   <translation>Ein anderes Programm hält den Speicher</translation>
  </message>
  <message>
   <source>Check its permissions, then press save again.</source>
   <translation>Die Rechte prüfen, dann noch einmal Speichern drücken.</translation>
  </message>
  <message>
   <source>Choose another name; nothing is overwritten.</source>
   <translation>Einen anderen Namen wählen; nichts wird überschrieben.</translation>
  </message>
  <message>
   <source>Free some space, then press save again; the entries are still here.</source>
   <translation>Platz schaffen, dann noch einmal Speichern drücken; die Eingaben sind noch da.</translation>
  </message>
  <message>
   <source>Name the study folder; `study schedule` makes it.</source>
   <translation>Den Studienordner nennen; `study schedule` legt ihn an.</translation>
  </message>
  <message>
   <source>Press save again; if it stays, copy the folder to another disk.</source>
   <translation>Noch einmal Speichern drücken; wenn es bleibt, den Ordner auf einen anderen Datenträger kopieren.</translation>
  </message>
  <message>
   <source>The copy of {path} is damaged.</source>
   <translation>Die Kopie von {path} ist beschädigt.</translation>
  </message>
  <message>
   <source>The disk is full</source>
   <translation>Der Datenträger ist voll</translation>
  </message>
  <message>
   <source>The disk reports an error</source>
   <translation>Der Datenträger meldet einen Fehler</translation>
  </message>
  <message>
   <source>The file was left as it is; restore the last copy from backups/.</source>
   <translation>Die Datei blieb, wie sie ist; die letzte Kopie aus backups/ wiederherstellen.</translation>
  </message>
  <message>
   <source>The store is damaged</source>
   <translation>Der Speicher ist beschädigt</translation>
  </message>
  <message>
   <source>The store refused ({text})</source>
   <translation>Der Speicher hat abgelehnt ({text})</translation>
  </message>
  <message>
   <source>The study folder cannot be written</source>
   <translation>Der Studienordner kann nicht beschrieben werden</translation>
  </message>
  <message>
   <source>There is no store {path}.</source>
   <translation>Es gibt keinen Speicher {path}.</translation>
  </message>
  <message>
   <source>Try again.</source>
   <translation>Noch einmal versuchen.</translation>
  </message>
  <message>
   <source>Use an earlier backup.</source>
   <translation>Eine frühere Sicherung verwenden.</translation>
  </message>
  <message>
   <source>Wait a moment, then press save again.</source>
   <translation>Kurz warten, dann noch einmal Speichern drücken.</translation>
  </message>
  <message>
   <source>{path}: {strerror}. Nothing was saved.</source>
   <translation>{path}: {strerror}. Nichts wurde gespeichert.</translation>
  </message>
  <message>
   <source>{target} exists already.</source>
   <translation>{target} gibt es schon.</translation>
  </message>
  <message>
   <source>{words}: {path}. Nothing was saved.</source>
   <translation>{words}: {path}. Nichts wurde gespeichert.</translation>
  </message>
  <message>
   <source>Restore a backup.</source>
   <translation>Eine Sicherung wiederherstellen.</translation>
  </message>
  <message>
   <source>Step {version} of the store's schema was altered.</source>
   <translation>Schritt {version} des Schemas des Speichers wurde verändert.</translation>
  </message>
  <message>
   <source>The store has schema {version}; this program knows up to {known}.</source>
   <translation>Der Speicher hat Schema {version}; dieses Programm kennt sie bis {known}.</translation>
  </message>
  <message>
   <source>Update the program.</source>
   <translation>Das Programm aktualisieren.</translation>
  </message>
  <message>
   <source>A frozen plan does not change; start a new study for a new one.</source>
   <translation>Ein eingefrorener Plan ändert sich nicht; für einen neuen eine neue Studie beginnen.</translation>
  </message>
  <message>
   <source>A server's store is backed up by the server.</source>
   <translation>Den Speicher eines Servers sichert der Server.</translation>
  </message>
  <message>
   <source>An override needs a known reader and a reason.</source>
   <translation>Eine Ausnahme braucht einen bekannten Befunder und einen Grund.</translation>
  </message>
  <message>
   <source>Change the design, or report it.</source>
   <translation>Das Design ändern oder dies melden.</translation>
  </message>
  <message>
   <source>Choose another folder.</source>
   <translation>Einen anderen Ordner wählen.</translation>
  </message>
  <message>
   <source>Enter it.</source>
   <translation>Bitte eingeben.</translation>
  </message>
  <message>
   <source>Freezing needs the administrator's keys of this study.</source>
   <translation>Das Einfrieren braucht die Schlüssel der Leitung dieser Studie.</translation>
  </message>
  <message>
   <source>Name it with --server URL.</source>
   <translation>Mit --server URL nennen.</translation>
  </message>
  <message>
   <source>Name the right key file.</source>
   <translation>Die richtige Schlüsseldatei nennen.</translation>
  </message>
  <message>
   <source>Name them with --keys.</source>
   <translation>Mit --keys nennen.</translation>
  </message>
  <message>
   <source>Readers are: {readers}.</source>
   <translation>Befunder sind: {readers}.</translation>
  </message>
  <message>
   <source>Say why in a few words.</source>
   <translation>In wenigen Worten sagen, warum.</translation>
  </message>
  <message>
   <source>The PIN of {reader} is {value}.</source>
   <translation>Die PIN von {reader}: {value}.</translation>
  </message>
  <message>
   <source>The folder holds a study that was frozen from another plan.</source>
   <translation>Der Ordner enthält eine Studie, die aus einem anderen Plan eingefroren wurde.</translation>
  </message>
  <message>
   <source>The keys are of {study_id}, the folder of {mark}.</source>
   <translation>Die Schlüssel sind von {study_id}, der Ordner von {mark}.</translation>
  </message>
  <message>
   <source>The schedule is not sound: {faults}</source>
   <translation>Der Ablaufplan ist nicht in Ordnung: {faults}</translation>
  </message>
  <message>
   <source>The study is blinded.</source>
   <translation>Die Studie ist verblindet.</translation>
  </message>
  <message>
   <source>This study is kept on a PostgreSQL server.</source>
   <translation>Diese Studie liegt auf einem PostgreSQL-Server.</translation>
  </message>
  <message>
   <source>Unblind it first, with a reason (`radviewer study unblind`).</source>
   <translation>Zuerst mit einem Grund entblinden (`radviewer study unblind`).</translation>
  </message>
  <message>
   <source>Unblinding needs a reason.</source>
   <translation>Die Entblindung braucht einen Grund.</translation>
  </message>
  <message>
   <source>Use pg_dump there.</source>
   <translation>Dort pg_dump verwenden.</translation>
  </message>
  <message>
   <source>`radviewer study schedule` makes one.</source>
   <translation>`radviewer study schedule` legt einen an.</translation>
  </message>
  <message>
   <source>{folder} cannot be made ({strerror}).</source>
   <translation>{folder} kann nicht angelegt werden ({strerror}).</translation>
  </message>
  <message>
   <source>{folder} is no study folder.</source>
   <translation>{folder} ist kein Studienordner.</translation>
  </message>
  <message>
   <source>not defined</source>
   <translation>nicht definiert</translation>
  </message>
  <message>
   <source>(as here)</source>
   <translation>(wie hier)</translation>
  </message>
  <message>
   <source>Calibration</source>
   <translation>Kalibrierung</translation>
  </message>
  <message>
   <source>Power of a further study</source>
   <translation>Power einer weiteren Studie</translation>
  </message>
  <message>
   <source>n = {n}, fullest bin {most}</source>
   <translation>n = {n}, vollste Klasse {most}</translation>
  </message>
  <message>
   <source>observed frequency</source>
   <translation>beobachtete Häufigkeit</translation>
  </message>
  <message>
   <source>stated probability</source>
   <translation>angegebene Wahrscheinlichkeit</translation>
  </message>
  <message>
   <source>{cases} cases</source>
   <translation>{cases} Fälle</translation>
  </message>
  <message>
   <source>{cases} cases: {value}</source>
   <translation>{cases} Fälle: {value}</translation>
  </message>
  <message>
   <source>{name}: expected calibration error {ece}</source>
   <translation>{name}: erwarteter Kalibrierungsfehler {ece}</translation>
  </message>
  <message>
   <source>{r} readers {p}</source>
   <translation>{r} Befunder {p}</translation>
  </message>
  <message>
   <source>1 - specificity (axis from {xlim} to {xlim_2})</source>
   <translation>1 - Spezifität (Achse von {xlim} bis {xlim_2})</translation>
  </message>
  <message>
   <source>1 - specificity / sensitivity: {words}.</source>
   <translation>1 - Spezifität / Sensitivität: {words}.</translation>
  </message>
  <message>
   <source>AI alone</source>
   <translation>KI allein</translation>
  </message>
  <message>
   <source>AUC by reader: {words}.</source>
   <translation>AUC nach Befunder: {words}.</translation>
  </message>
  <message>
   <source>Empirical ROC curves of {count} readers in {t} conditions. {words}.</source>
   <translation>Empirische ROC-Kurven von {count} Befundern unter {t} Bedingungen. {words}.</translation>
  </message>
  <message>
   <source>Operating points moving with AI</source>
   <translation>Arbeitspunkte wandern mit KI</translation>
  </message>
  <message>
   <source>ROC curves by condition</source>
   <translation>ROC-Kurven nach Bedingung</translation>
  </message>
  <message>
   <source>ROC curves by reader</source>
   <translation>ROC-Kurven nach Befunder</translation>
  </message>
  <message>
   <source>across: 1 - specificity, upwards: sensitivity; numbers: AUC</source>
   <translation>waagrecht: 1 - Spezifität, senkrecht: Sensitivität; Zahlen: AUC</translation>
  </message>
  <message>
   <source>sensitivity (axis from {ylim} to {ylim_2})</source>
   <translation>Sensitivität (Achse von {ylim} bis {ylim_2})</translation>
  </message>
  <message>
   <source>to {names} (amber: Youden index fell)</source>
   <translation>zu {names} (bernsteinfarben: Youden-Index gefallen)</translation>
  </message>
  <message>
   <source>{name} (mean AUC {means})</source>
   <translation>{name} (mittlere AUC {means})</translation>
  </message>
  <message>
   <source>{name}: mean AUC {means}</source>
   <translation>{name}: mittlere AUC {means}</translation>
  </message>
  <message>
   <source>{reader} from {v} to {v_2}</source>
   <translation>{reader} von {v} zu {v_2}</translation>
  </message>
  <message>
   <source>; every {step}th pair is shown</source>
   <translation>; jedes {step}. Paar ist gezeigt</translation>
  </message>
  <message>
   <source>AI right on this case</source>
   <translation>KI bei diesem Fall richtig</translation>
  </message>
  <message>
   <source>AI wrong on this case</source>
   <translation>KI bei diesem Fall falsch</translation>
  </message>
  <message>
   <source>RAIR: took right advice when wrong alone</source>
   <translation>RAIR: nahm richtigen Rat an, wo allein falsch</translation>
  </message>
  <message>
   <source>RSR: withstood wrong advice when right alone</source>
   <translation>RSR: widerstand falschem Rat, wo allein richtig</translation>
  </message>
  <message>
   <source>Ratings without and with AI</source>
   <translation>Bewertungen ohne und mit KI</translation>
  </message>
  <message>
   <source>Relative reliance on AI and on self</source>
   <translation>Relatives Vertrauen auf die KI und auf sich selbst</translation>
  </message>
  <message>
   <source>Switches by reader</source>
   <translation>Wechsel nach Befunder</translation>
  </message>
  <message>
   <source>all reads with interval over readers and cases</source>
   <translation>alle Befundungen mit Intervall über Befunder und Fälle</translation>
  </message>
  <message>
   <source>appropriate reliance</source>
   <translation>angemessenes Vertrauen</translation>
  </message>
  <message>
   <source>beneficial: wrong to right</source>
   <translation>nützlich: falsch zu richtig</translation>
  </message>
  <message>
   <source>harmful: right to wrong</source>
   <translation>schädlich: richtig zu falsch</translation>
  </message>
  <message>
   <source>negative cases</source>
   <translation>negative Fälle</translation>
  </message>
  <message>
   <source>on the dashed line: unchanged{thinned}</source>
   <translation>auf der gestrichelten Linie: unverändert{thinned}</translation>
  </message>
  <message>
   <source>positive cases</source>
   <translation>positive Fälle</translation>
  </message>
  <message>
   <source>probability, {aided}</source>
   <translation>Wahrscheinlichkeit, {aided}</translation>
  </message>
  <message>
   <source>probability, {unaided}</source>
   <translation>Wahrscheinlichkeit, {unaided}</translation>
  </message>
  <message>
   <source>switched reads</source>
   <translation>gewechselte Urteile</translation>
  </message>
  <message>
   <source>{better} of {reads}</source>
   <translation>{better} von {reads}</translation>
  </message>
  <message>
   <source>{name}: {better} to right, {worse} to wrong of {reads}</source>
   <translation>{name}: {better} zu richtig, {worse} zu falsch von {reads}</translation>
  </message>
  <message>
   <source>{sum} pairs of ratings; points above the diagonal were raised with AI.</source>
   <translation>{sum} Paare von Bewertungen; Punkte über der Diagonalen wurden mit KI angehoben.</translation>
  </message>
  <message>
   <source>ANOVA estimates may be negative in small studies; they are shown as they are.</source>
   <translation>ANOVA-Schätzungen können in kleinen Studien negativ sein; sie sind gezeigt, wie sie sind.</translation>
  </message>
  <message>
   <source>Accuracy</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>All methods lead to the same conclusion at the chosen level, with similar errors.</source>
   <translation>Alle Verfahren führen auf dem gewählten Niveau zum selben Schluss, mit ähnlichen Fehlern.</translation>
  </message>
  <message>
   <source>Cases fixed: intervals speak of other readers on these cases.</source>
   <translation>Fälle fest: Intervalle gelten für andere Befunder an diesen Fällen.</translation>
  </message>
  <message>
   <source>Component</source>
   <translation>Komponente</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Kontrast</translation>
  </message>
  <message>
   <source>Cov1: same reader, other condition</source>
   <translation>Cov1: gleicher Befunder, andere Bedingung</translation>
  </message>
  <message>
   <source>Cov2: other reader, same condition</source>
   <translation>Cov2: anderer Befunder, gleiche Bedingung</translation>
  </message>
  <message>
   <source>Cov3: other reader, other condition</source>
   <translation>Cov3: anderer Befunder, andere Bedingung</translation>
  </message>
  <message>
   <source>Diagnostic accuracy</source>
   <translation>Diagnostische Genauigkeit</translation>
  </message>
  <message>
   <source>Difference</source>
   <translation>Unterschied</translation>
  </message>
  <message>
   <source>Differences between conditions.</source>
   <translation>Unterschiede zwischen Bedingungen.</translation>
  </message>
  <message>
   <source>Differences of means over readers. p values are not corrected for several endpoints; the primary one is '{planned}', as planned.</source>
   <translation>Unterschiede von Mittelwerten über Befunder. p-Werte sind nicht für mehrere Endpunkte korrigiert; der primäre ist „{planned}“, wie geplant.</translation>
  </message>
  <message>
   <source>Differences of means over readers. p values are not corrected for several endpoints; the primary one is taken to be {endpoint}, since the plan names none.</source>
   <translation>Unterschiede von Mittelwerten über Befunder. p-Werte sind nicht für mehrere Endpunkte korrigiert; als primärer gilt {endpoint}, da der Plan keinen nennt.</translation>
  </message>
  <message>
   <source>Empirical ROC curves of each reader.</source>
   <translation>Empirische ROC-Kurven jedes Befunders.</translation>
  </message>
  <message>
   <source>Empirical ROC curves: thin lines are readers, the thick line is their mean sensitivity at each specificity.</source>
   <translation>Empirische ROC-Kurven: Dünne Linien sind Befunder, die dicke ist ihre mittlere Sensitivität bei jeder Spezifität.</translation>
  </message>
  <message>
   <source>Endpoint</source>
   <translation>Endpunkt</translation>
  </message>
  <message>
   <source>Error variance of one estimate</source>
   <translation>Fehlervarianz einer Schätzung</translation>
  </message>
  <message>
   <source>Estimate</source>
   <translation>Schätzung</translation>
  </message>
  <message>
   <source>Forest plot of {endpoint}</source>
   <translation>Forest-Plot: {endpoint}</translation>
  </message>
  <message>
   <source>Interval</source>
   <translation>Intervall</translation>
  </message>
  <message>
   <source>Labels that would overlap are left out.</source>
   <translation>Beschriftungen, die sich überlappen würden, sind weggelassen.</translation>
  </message>
  <message>
   <source>Mean of readers</source>
   <translation>Mittel der Befunder</translation>
  </message>
  <message>
   <source>Mean square, conditions</source>
   <translation>Mittleres Quadrat, Bedingungen</translation>
  </message>
  <message>
   <source>Mean square, readers</source>
   <translation>Mittleres Quadrat, Befunder</translation>
  </message>
  <message>
   <source>Mean square, readers x conditions</source>
   <translation>Mittleres Quadrat, Befunder x Bedingungen</translation>
  </message>
  <message>
   <source>Means over readers by condition.</source>
   <translation>Mittelwerte über Befunder nach Bedingung.</translation>
  </message>
  <message>
   <source>Method and covariance</source>
   <translation>Verfahren und Kovarianz</translation>
  </message>
  <message>
   <source>Non-inferiority of {condition} to {reference} with a margin of {margin} {shown}: lower limit {limit}, {p}.{more}</source>
   <translation>Nichtunterlegenheit von {condition} gegenüber {reference} mit einer Grenze von {margin} {shown}: untere Grenze {limit}, {p}.{more}</translation>
  </message>
  <message>
   <source>Operating points of readers' calls, from the tail to the head of each arrow.</source>
   <translation>Arbeitspunkte der Urteile der Befunder, vom Ende zur Spitze jedes Pfeils.</translation>
  </message>
  <message>
   <source>Readers and cases random: intervals speak of other readers and other cases like these.</source>
   <translation>Befunder und Fälle zufällig: Intervalle gelten für andere Befunder und andere Fälle wie diese.</translation>
  </message>
  <message>
   <source>Readers fixed: intervals speak of these readers on other cases like these.</source>
   <translation>Befunder fest: Intervalle gelten für diese Befunder an anderen Fällen wie diesen.</translation>
  </message>
  <message>
   <source>Specificity</source>
   <translation>Spezifität</translation>
  </message>
  <message>
   <source>Superiority is shown as well.</source>
   <translation>Auch Überlegenheit ist gezeigt.</translation>
  </message>
  <message>
   <source>The AUC by other methods. The first row is the primary analysis.</source>
   <translation>Die AUC nach anderen Verfahren. Die erste Zeile ist die primäre Analyse.</translation>
  </message>
  <message>
   <source>Variance between readers</source>
   <translation>Varianz zwischen Befundern</translation>
  </message>
  <message>
   <source>Variance between readers, Cov2 - Cov3 not below 0</source>
   <translation>Varianz zwischen Befundern, Cov2 - Cov3 nicht unter 0</translation>
  </message>
  <message>
   <source>Variance components of {what}.</source>
   <translation>Varianzkomponenten: {what}.</translation>
  </message>
  <message>
   <source>Variance of readers x conditions</source>
   <translation>Varianz Befunder x Bedingungen</translation>
  </message>
  <message>
   <source>Variance of readers x conditions, Cov2 - Cov3 not below 0</source>
   <translation>Varianz Befunder x Bedingungen, Cov2 - Cov3 nicht unter 0</translation>
  </message>
  <message>
   <source>difference of {endpoint}, {later} less {first}</source>
   <translation>Unterschied, {endpoint}, {later} minus {first}</translation>
  </message>
  <message>
   <source>is NOT shown</source>
   <translation>ist NICHT gezeigt</translation>
  </message>
  <message>
   <source>is shown</source>
   <translation>ist gezeigt</translation>
  </message>
  <message>
   <source>mean AUC</source>
   <translation>mittlere AUC</translation>
  </message>
  <message>
   <source>mean auc</source>
   <translation>mittlere AUC</translation>
  </message>
  <message>
   <source>not read</source>
   <translation>nicht befundet</translation>
  </message>
  <message>
   <source>p not defined</source>
   <translation>p nicht definiert</translation>
  </message>
  <message>
   <source>the first</source>
   <translation>der erste</translation>
  </message>
  <message>
   <source>{conditions} less {conditions_2}</source>
   <translation>{conditions} minus {conditions_2}</translation>
  </message>
  <message>
   <source>{condition}: not testable.</source>
   <translation>{condition}: nicht testbar.</translation>
  </message>
  <message>
   <source>{endpoint} of each reader, with the standard error over cases.</source>
   <translation>{endpoint} jedes Befunders, mit dem Standardfehler über Fälle.</translation>
  </message>
  <message>
   <source>{endpoint} of each reader, {later} less {first}, with {alpha} % intervals: readers over cases, the mean (diamond) over readers and cases.</source>
   <translation>{endpoint} jedes Befunders, {later} minus {first}, mit {alpha}-%-Intervallen: bei Befundern über Fälle, beim Mittelwert (Raute) über Befunder und Fälle.</translation>
  </message>
  <message>
   <source>{first} better</source>
   <translation>{first} besser</translation>
  </message>
  <message>
   <source>{later} better</source>
   <translation>{later} besser</translation>
  </message>
  <message>
   <source>{level} interval</source>
   <translation>{level}-Intervall</translation>
  </message>
  <message>
   <source>{negatives} negative cases</source>
   <translation>{negatives} negative Fälle</translation>
  </message>
  <message>
   <source>{positives} positive cases</source>
   <translation>{positives} positive Fälle</translation>
  </message>
  <message>
   <source>AUC by U-statistics</source>
   <translation>AUC durch U-Statistiken</translation>
  </message>
  <message>
   <source>AUC with the {kind} covariance</source>
   <translation>AUC mit der Kovarianz {kind}</translation>
  </message>
  <message>
   <source>By type of overlay</source>
   <translation>Nach Art des Overlays</translation>
  </message>
  <message>
   <source>Name a column with --rating or --call.</source>
   <translation>Eine Spalte mit --rating oder --call nennen.</translation>
  </message>
  <message>
   <source>No analysis is possible.</source>
   <translation>Keine Analyse ist möglich.</translation>
  </message>
  <message>
   <source>Power</source>
   <translation>Power</translation>
  </message>
  <message>
   <source>ROC analysis: the table has no column of ratings.</source>
   <translation>ROC-Analyse: Die Tabelle hat keine Spalte mit Bewertungen.</translation>
  </message>
  <message>
   <source>Repeated reads</source>
   <translation>Wiederholte Befundungen</translation>
  </message>
  <message>
   <source>Sensitivity, specificity and accuracy: the table has no column of calls.</source>
   <translation>Sensitivität, Spezifität und Genauigkeit: Die Tabelle hat keine Spalte mit Urteilen.</translation>
  </message>
  <message>
   <source>The table has neither ratings nor calls.</source>
   <translation>Die Tabelle hat weder Bewertungen noch Urteile.</translation>
  </message>
  <message>
   <source>There are no reads for it.</source>
   <translation>Dafür gibt es keine Befundungen.</translation>
  </message>
  <message>
   <source>Uncertainty of the power</source>
   <translation>Unsicherheit der Power</translation>
  </message>
  <message>
   <source>Uptake of AI advice: {reason}.</source>
   <translation>Übernahme von KI-Rat: {reason}.</translation>
  </message>
  <message>
   <source>Uptake under {name}</source>
   <translation>Übernahme unter {name}</translation>
  </message>
  <message>
   <source>the table has no column {missing}</source>
   <translation>die Tabelle hat keine Spalte {missing}</translation>
  </message>
  <message>
   <source>there is only one condition</source>
   <translation>es gibt nur eine Bedingung</translation>
  </message>
  <message>
   <source>{name} by type of overlay</source>
   <translation>{name} nach Art des Overlays</translation>
  </message>
  <message>
   <source>Acquisition of the images</source>
   <translation>Aufnahme der Bilder</translation>
  </message>
  <message>
   <source>Aims and hypotheses</source>
   <translation>Ziele und Hypothesen</translation>
  </message>
  <message>
   <source>Analysis of failures</source>
   <translation>Analyse der Fehler</translation>
  </message>
  <message>
   <source>Availability of software, model and data</source>
   <translation>Verfügbarkeit von Software, Modell und Daten</translation>
  </message>
  <message>
   <source>Background, intended use and clinical role</source>
   <translation>Hintergrund, Zweckbestimmung und klinische Rolle</translation>
  </message>
  <message>
   <source>Characteristics of the cases</source>
   <translation>Merkmale der Fälle</translation>
  </message>
  <message>
   <source>Criteria of inclusion and exclusion</source>
   <translation>Ein- und Ausschlusskriterien</translation>
  </message>
  <message>
   <source>Description of the model</source>
   <translation>Beschreibung des Modells</translation>
  </message>
  <message>
   <source>Diagnostic accuracy and its precision</source>
   <translation>Diagnostische Genauigkeit und ihre Präzision</translation>
  </message>
  <message>
   <source>Discussion and other</source>
   <translation>Diskussion und Weiteres</translation>
  </message>
  <message>
   <source>Ensembles</source>
   <translation>Ensembles</translation>
  </message>
  <message>
   <source>Evaluation on internal data</source>
   <translation>Auswertung an internen Daten</translation>
  </message>
  <message>
   <source>Explainability</source>
   <translation>Erklärbarkeit</translation>
  </message>
  <message>
   <source>Full protocol</source>
   <translation>Vollständiges Protokoll</translation>
  </message>
  <message>
   <source>Funding and role of funders, interests</source>
   <translation>Finanzierung und Rolle der Geldgeber, Interessen</translation>
  </message>
  <message>
   <source>Goal of the study</source>
   <translation>Ziel der Studie</translation>
  </message>
  <message>
   <source>How data were divided</source>
   <translation>Wie die Daten aufgeteilt wurden</translation>
  </message>
  <message>
   <source>How the final model was chosen</source>
   <translation>Wie das endgültige Modell gewählt wurde</translation>
  </message>
  <message>
   <source>How the reference standard was obtained</source>
   <translation>Wie der Referenzstandard gewonnen wurde</translation>
  </message>
  <message>
   <source>How the test set was annotated</source>
   <translation>Wie die Testmenge annotiert wurde</translation>
  </message>
  <message>
   <source>Implications for practice</source>
   <translation>Bedeutung für die Praxis</translation>
  </message>
  <message>
   <source>Initial values of parameters</source>
   <translation>Anfangswerte der Parameter</translation>
  </message>
  <message>
   <source>Introduction</source>
   <translation>Einleitung</translation>
  </message>
  <message>
   <source>Level at which the parts are disjoint</source>
   <translation>Ebene, auf der die Teile getrennt sind</translation>
  </message>
  <message>
   <source>Limitations</source>
   <translation>Grenzen</translation>
  </message>
  <message>
   <source>Measures of performance</source>
   <translation>Maße der Leistung</translation>
  </message>
  <message>
   <source>Methods: data</source>
   <translation>Methoden: Daten</translation>
  </message>
  <message>
   <source>Methods: design</source>
   <translation>Methoden: Design</translation>
  </message>
  <message>
   <source>Methods: evaluation</source>
   <translation>Methoden: Auswertung</translation>
  </message>
  <message>
   <source>Methods: model</source>
   <translation>Methoden: Modell</translation>
  </message>
  <message>
   <source>Methods: partitions and test data</source>
   <translation>Methoden: Aufteilungen und Testdaten</translation>
  </message>
  <message>
   <source>Methods: reference standard</source>
   <translation>Methoden: Referenzstandard</translation>
  </message>
  <message>
   <source>Methods: training</source>
   <translation>Methoden: Training</translation>
  </message>
  <message>
   <source>Missing data</source>
   <translation>Fehlende Daten</translation>
  </message>
  <message>
   <source>Named as a study of AI, with the kind of technology</source>
   <translation>Als KI-Studie benannt, mit der Art der Technik</translation>
  </message>
  <message>
   <source>Numbers included and excluded</source>
   <translation>Zahl der Ein- und Ausgeschlossenen</translation>
  </message>
  <message>
   <source>Performance and its uncertainty</source>
   <translation>Leistung und ihre Unsicherheit</translation>
  </message>
  <message>
   <source>Preprocessing of images</source>
   <translation>Vorverarbeitung der Bilder</translation>
  </message>
  <message>
   <source>Prospective or retrospective</source>
   <translation>Prospektiv oder retrospektiv</translation>
  </message>
  <message>
   <source>Registration of the trial</source>
   <translation>Registrierung der Studie</translation>
  </message>
  <message>
   <source>Robustness and sensitivity analysis</source>
   <translation>Robustheits- und Sensitivitätsanalyse</translation>
  </message>
  <message>
   <source>Selection of subsets of the data</source>
   <translation>Auswahl von Teilmengen der Daten</translation>
  </message>
  <message>
   <source>Significance and uncertainty</source>
   <translation>Signifikanz und Unsicherheit</translation>
  </message>
  <message>
   <source>Size of the test set and its reason</source>
   <translation>Größe der Testmenge und ihr Grund</translation>
  </message>
  <message>
   <source>Software and versions</source>
   <translation>Software und Versionen</translation>
  </message>
  <message>
   <source>Sources of the data</source>
   <translation>Herkunft der Daten</translation>
  </message>
  <message>
   <source>Structured abstract</source>
   <translation>Strukturiertes Abstract</translation>
  </message>
  <message>
   <source>Tejani et al., Radiology: Artificial Intelligence 2024;6(4):e240300.</source>
   <translation>Tejani et al., Radiology: Artificial Intelligence 2024;6(4):e240300.</translation>
  </message>
  <message>
   <source>Testing on external data</source>
   <translation>Test an externen Daten</translation>
  </message>
  <message>
   <source>Title and abstract</source>
   <translation>Titel und Abstract</translation>
  </message>
  <message>
   <source>Training procedure</source>
   <translation>Ablauf des Trainings</translation>
  </message>
  <message>
   <source>Variability of the annotators</source>
   <translation>Variabilität der Annotierenden</translation>
  </message>
  <message>
   <source>Who annotated, with which qualification</source>
   <translation>Wer annotierte, mit welcher Qualifikation</translation>
  </message>
  <message>
   <source>Why this reference standard</source>
   <translation>Warum dieser Referenzstandard</translation>
  </message>
  <message>
   <source>Nothing in this study was false on purpose.</source>
   <translation>Nichts in dieser Studie war absichtlich falsch.</translation>
  </message>
  <message>
   <source>There is nothing to debrief about.</source>
   <translation>Es gibt nichts aufzuklären.</translation>
  </message>
  <message>
   <source>Agreement of users with the system, and why they departed from it</source>
   <translation>Übereinstimmung der Anwender mit dem System, und warum sie davon abwichen</translation>
  </message>
  <message>
   <source>Availability of data and code</source>
   <translation>Verfügbarkeit von Daten und Code</translation>
  </message>
  <message>
   <source>Changes made to the system during the study</source>
   <translation>Änderungen am System während der Studie</translation>
  </message>
  <message>
   <source>Changes of the workflow</source>
   <translation>Änderungen des Arbeitsablaufs</translation>
  </message>
  <message>
   <source>Characteristics of patients, and missing data</source>
   <translation>Merkmale der Patienten und fehlende Daten</translation>
  </message>
  <message>
   <source>Characteristics of users</source>
   <translation>Merkmale der Anwender</translation>
  </message>
  <message>
   <source>Condition, problem, current practice and patients</source>
   <translation>Krankheit, Problem, heutige Praxis und Patienten</translation>
  </message>
  <message>
   <source>Discussion and statements</source>
   <translation>Diskussion und Erklärungen</translation>
  </message>
  <message>
   <source>Errors and malfunctions of the system, and their effect</source>
   <translation>Fehler und Fehlfunktionen des Systems und ihre Wirkung</translation>
  </message>
  <message>
   <source>Exposure of users to the system and its use as intended</source>
   <translation>Nutzung des Systems durch die Anwender und bestimmungsgemäßer Gebrauch</translation>
  </message>
  <message>
   <source>How errors and malfunctions were defined and found</source>
   <translation>Wie Fehler und Fehlfunktionen definiert und gefunden wurden</translation>
  </message>
  <message>
   <source>How risks to patients were found and limited</source>
   <translation>Wie Risiken für Patienten gefunden und begrenzt wurden</translation>
  </message>
  <message>
   <source>How users were made familiar with the system</source>
   <translation>Wie Anwender mit dem System vertraut gemacht wurden</translation>
  </message>
  <message>
   <source>Intended users, place in care and expected effect</source>
   <translation>Vorgesehene Anwender, Platz in der Versorgung und erwartete Wirkung</translation>
  </message>
  <message>
   <source>Interests</source>
   <translation>Interessen</translation>
  </message>
  <message>
   <source>Involvement of patients</source>
   <translation>Beteiligung von Patienten</translation>
  </message>
  <message>
   <source>Its inputs, and how they were acquired</source>
   <translation>Seine Eingaben, und wie sie gewonnen wurden</translation>
  </message>
  <message>
   <source>Its outputs, and how users saw them</source>
   <translation>Seine Ausgaben, und wie Anwender sie sahen</translation>
  </message>
  <message>
   <source>Learning curves of users</source>
   <translation>Lernkurven der Anwender</translation>
  </message>
  <message>
   <source>Main results</source>
   <translation>Hauptergebnisse</translation>
  </message>
  <message>
   <source>Methods for an ethical aim such as fairness</source>
   <translation>Methoden für ein ethisches Ziel wie Fairness</translation>
  </message>
  <message>
   <source>Methods for human factors</source>
   <translation>Methoden für menschliche Faktoren</translation>
  </message>
  <message>
   <source>Named as an early evaluation of AI decision support</source>
   <translation>Als frühe Evaluation von KI-Entscheidungshilfe benannt</translation>
  </message>
  <message>
   <source>Objectives</source>
   <translation>Ziele</translation>
  </message>
  <message>
   <source>Patients: recruitment, criteria, number</source>
   <translation>Patienten: Rekrutierung, Kriterien, Anzahl</translation>
  </message>
  <message>
   <source>Primary and secondary outcomes</source>
   <translation>Primäre und sekundäre Endpunkte</translation>
  </message>
  <message>
   <source>Protocol, registration and ethics</source>
   <translation>Protokoll, Registrierung und Ethik</translation>
  </message>
  <message>
   <source>Risks and harm to patients</source>
   <translation>Risiken und Schaden für Patienten</translation>
  </message>
  <message>
   <source>Safety, and what follows from the errors seen</source>
   <translation>Sicherheit, und was aus den gesehenen Fehlern folgt</translation>
  </message>
  <message>
   <source>Settings of the evaluation</source>
   <translation>Orte der Evaluation</translation>
  </message>
  <message>
   <source>Statistical analysis</source>
   <translation>Statistische Analyse</translation>
  </message>
  <message>
   <source>Strengths and limitations</source>
   <translation>Stärken und Grenzen</translation>
  </message>
  <message>
   <source>Subgroups</source>
   <translation>Untergruppen</translation>
  </message>
  <message>
   <source>The system: version, algorithm, training population, earlier performance</source>
   <translation>Das System: Version, Algorithmus, Trainingspopulation, frühere Leistung</translation>
  </message>
  <message>
   <source>Title, abstract, introduction</source>
   <translation>Titel, Abstract, Einleitung</translation>
  </message>
  <message>
   <source>Usability</source>
   <translation>Gebrauchstauglichkeit</translation>
  </message>
  <message>
   <source>Users: recruitment, criteria, number</source>
   <translation>Anwender: Rekrutierung, Kriterien, Anzahl</translation>
  </message>
  <message>
   <source>Vasey et al., BMJ 2022;377:e070904 and Nature Medicine 2022;28:924-933, for early clinical evaluation.</source>
   <translation>Vasey et al., BMJ 2022;377:e070904 und Nature Medicine 2022;28:924-933, für die frühe klinische Evaluation.</translation>
  </message>
  <message>
   <source>Whether results support the intended use</source>
   <translation>Ob die Ergebnisse die Zweckbestimmung stützen</translation>
  </message>
  <message>
   <source>Workflow, when the system is used, and who decides</source>
   <translation>Arbeitsablauf, wann das System benutzt wird und wer entscheidet</translation>
  </message>
  <message>
   <source>2 x 2 x 2 table of calls and advice: section '{uptake_title}'; operating points: section '{section_title}'</source>
   <translation>2 x 2 x 2-Tafel von Urteilen und Rat: Abschnitt „{uptake_title}“; Arbeitspunkte: Abschnitt „{section_title}“</translation>
  </message>
  <message>
   <source>AUC by {count} further methods: section '{section_title}'</source>
   <translation>AUC nach {count} weiteren Verfahren: Abschnitt „{section_title}“</translation>
  </message>
  <message>
   <source>Accuracy of the AI alone on these cases {found}: section '{uptake_title}'</source>
   <translation>Genauigkeit der KI allein an diesen Fällen {found}: Abschnitt „{uptake_title}“</translation>
  </message>
  <message>
   <source>Agreement of readers on their calls: section '{agreement_title}'</source>
   <translation>Übereinstimmung der Befunder in ihren Urteilen: Abschnitt „{agreement_title}“</translation>
  </message>
  <message>
   <source>Agreement with the AI {agreement_with_ai_unaided} without and {agreement_with_ai_aided} with it; RAIR {rair}, RSR {rsr}: section '{uptake_title}'</source>
   <translation>Übereinstimmung mit der KI {agreement_with_ai_unaided} ohne und {agreement_with_ai_aided} mit ihr; RAIR {rair}, RSR {rsr}: Abschnitt „{uptake_title}“</translation>
  </message>
  <message>
   <source>Answers to items that this table does not have were ignored: {unknown}.</source>
   <translation>Antworten auf Punkte, die diese Tabelle nicht hat, wurden nicht beachtet: {unknown}.</translation>
  </message>
  <message>
   <source>Every number is in the JSON file beside this report; SHA-256 of the study {study_sha256}</source>
   <translation>Jede Zahl steht in der JSON-Datei neben diesem Bericht; SHA-256 der Studie {study_sha256}</translation>
  </message>
  <message>
   <source>Item</source>
   <translation>Punkt</translation>
  </message>
  <message>
   <source>Not applicable here: no model was trained in this study; see the model's own report</source>
   <translation>Hier nicht anwendbar: In dieser Studie wurde kein Modell trainiert; siehe den eigenen Bericht des Modells</translation>
  </message>
  <message>
   <source>Operating points: section '{section_title}'</source>
   <translation>Arbeitspunkte: Abschnitt „{section_title}“</translation>
  </message>
  <message>
   <source>Strata by {names}: section '{uptake_title}'. Not stated which were planned</source>
   <translation>Schichten nach {names}: Abschnitt „{uptake_title}“. Nicht angegeben, welche geplant waren</translation>
  </message>
  <message>
   <source>Title of the report: {title}</source>
   <translation>Titel des Berichts: {title}</translation>
  </message>
  <message>
   <source>To be completed by the authors</source>
   <translation>Von den Autoren zu ergänzen</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Thema</translation>
  </message>
  <message>
   <source>Versions at the head of this report</source>
   <translation>Versionen am Kopf dieses Berichts</translation>
  </message>
  <message>
   <source>Where answered, or value</source>
   <translation>Wo beantwortet, oder Wert</translation>
  </message>
  <message>
   <source>correctness of the AI</source>
   <translation>Richtigkeit der KI</translation>
  </message>
  <message>
   <source>type of overlay</source>
   <translation>Art des Overlays</translation>
  </message>
  <message>
   <source>use of the overlay</source>
   <translation>Nutzung des Overlays</translation>
  </message>
  <message>
   <source>{alpha} % intervals over readers and cases: section '{methods_title}'</source>
   <translation>{alpha}-%-Intervalle über Befunder und Fälle: Abschnitt „{methods_title}“</translation>
  </message>
  <message>
   <source>{count} deviations stated: section 'Deviations and integrity'</source>
   <translation>{count} Abweichungen angegeben: Abschnitt „Abweichungen und Unversehrtheit“</translation>
  </message>
  <message>
   <source>{count} readers, {count_2} cases ({positive} positive, {count_3} negative): section '{data_title}'. Cases excluded before the reading are not in the table of reads</source>
   <translation>{count} Befunder, {count_2} Fälle ({positive} positiv, {count_3} negativ): Abschnitt „{data_title}“. Vor der Befundung ausgeschlossene Fälle stehen nicht in der Tabelle der Befundungen</translation>
  </message>
  <message>
   <source>{done} of {total} rows could be answered from the analysis and the metadata. {source} Topics are paraphrased; consult the publication for the wording of the items.</source>
   <translation>{done} von {total} Zeilen ließen sich aus Analyse und Metadaten beantworten. {source} Themen sind umschrieben; für den Wortlaut der Punkte die Veröffentlichung heranziehen.</translation>
  </message>
  <message>
   <source>{names}: section '{section_title}'</source>
   <translation>{names}: Abschnitt „{section_title}“</translation>
  </message>
  <message>
   <source>{name} table</source>
   <translation>Tabelle zu {name}</translation>
  </message>
  <message>
   <source>{numerator} harmful switches, {100} of them after wrong advice; commission and omission errors: section '{uptake_title}'</source>
   <translation>{numerator} schädliche Wechsel, davon {100} nach falschem Rat; Fehler durch Befolgen und durch Unterlassen: Abschnitt „{uptake_title}“</translation>
  </message>
  <message>
   <source>{n} pairs of reads by {n_readers} readers on {n_cases} cases, each once with the AI</source>
   <translation>{n} Paare von Befundungen durch {n_readers} Befunder an {n_cases} Fällen, jeweils eine mit der KI</translation>
  </message>
  <message>
   <source>{sum} of {size} possible reads missing, none imputed: section '{methods_title}'</source>
   <translation>{sum} von {size} möglichen Befundungen fehlen, keine ersetzt: Abschnitt „{methods_title}“</translation>
  </message>
  <message>
   <source>(as stated in the metadata; this report did not check the log itself)</source>
   <translation>(laut den Metadaten; dieser Bericht hat den Prüfpfad nicht selbst geprüft)</translation>
  </message>
  <message>
   <source>Each deviation needs 'what', and may have 'why' and 'date'.</source>
   <translation>Jede Abweichung braucht 'what' und kann 'why' und 'date' haben.</translation>
  </message>
  <message>
   <source>Known are: {known}.</source>
   <translation>Bekannt sind: {known}.</translation>
  </message>
  <message>
   <source>Not verified: no audit log was given.</source>
   <translation>Nicht verifiziert: Kein Prüfpfad wurde angegeben.</translation>
  </message>
  <message>
   <source>Reader study report</source>
   <translation>Bericht einer Leserstudie</translation>
  </message>
  <message>
   <source>See the example in the manual.</source>
   <translation>Siehe das Beispiel im Handbuch.</translation>
  </message>
  <message>
   <source>The hash chain of the audit log does NOT verify{source}: entries were altered, removed or added.</source>
   <translation>Die Hash-Kette des Prüfpfads ließ sich NICHT verifizieren{source}: Einträge wurden verändert, entfernt oder hinzugefügt.</translation>
  </message>
  <message>
   <source>The hash chain of the audit log was verified{source}: no entry was altered, removed or added.</source>
   <translation>Die Hash-Kette des Prüfpfads wurde verifiziert{source}: Kein Eintrag wurde verändert, entfernt oder hinzugefügt.</translation>
  </message>
  <message>
   <source>The metadata's audit.verified must be true or false.</source>
   <translation>audit.verified der Metadaten muss true oder false sein.</translation>
  </message>
  <message>
   <source>The metadata's deviations must be a list of tables.</source>
   <translation>deviations der Metadaten muss eine Liste von Tabellen sein.</translation>
  </message>
  <message>
   <source>The metadata's study.{key} must be a number, not {value}.</source>
   <translation>study.{key} der Metadaten muss eine Zahl sein, nicht {value}.</translation>
  </message>
  <message>
   <source>The metadata's {key} must be text.</source>
   <translation>{key} der Metadaten muss Text sein.</translation>
  </message>
  <message>
   <source>Write [[deviations]].</source>
   <translation>[[deviations]] schreiben.</translation>
  </message>
  <message>
   <source>Write a line [{section}] above its keys.</source>
   <translation>Über seine Schlüssel eine Zeile [{section}] schreiben.</translation>
  </message>
  <message>
   <source>[checklist.{guideline}] must be a table of answers by item.</source>
   <translation>[checklist.{guideline}] muss eine Tabelle von Antworten nach Punkten sein.</translation>
  </message>
  <message>
   <source>[{section}] in {name} must be a table.</source>
   <translation>[{section}] in {name} muss eine Tabelle sein.</translation>
  </message>
  <message>
   <source>{name} has an unknown key {prefix}{key}.</source>
   <translation>{name} hat einen unbekannten Schlüssel {prefix}{key}.</translation>
  </message>
  <message>
   <source>{name} is not a TOML file: {error}</source>
   <translation>{name} ist keine TOML-Datei: {error}</translation>
  </message>
  <message>
   <source>A negative Cov2 - Cov3 is set to zero.</source>
   <translation>Ein negatives Cov2 - Cov3 wird auf null gesetzt.</translation>
  </message>
  <message>
   <source>AI system, as stated by the authors:</source>
   <translation>KI-System, wie von den Autoren angegeben:</translation>
  </message>
  <message>
   <source>AUC is the area under the empirical ROC curve (Mann-Whitney); higher ratings always mean more suspicion.</source>
   <translation>AUC ist die Fläche unter der empirischen ROC-Kurve (Mann-Whitney); höhere Bewertungen bedeuten immer mehr Verdacht.</translation>
  </message>
  <message>
   <source>Accuracy, sensitivity and specificity are those of the readers' own calls, with a covariance over all, over the positive and over the negative cases.</source>
   <translation>Genauigkeit, Sensitivität und Spezifität sind die der Urteile der Befunder selbst, mit einer Kovarianz über alle, über die positiven und über die negativen Fälle.</translation>
  </message>
  <message>
   <source>Analysis</source>
   <translation>Analyse</translation>
  </message>
  <message>
   <source>As stated by the authors in the study's metadata:</source>
   <translation>Wie von den Autoren in den Metadaten der Studie angegeben:</translation>
  </message>
  <message>
   <source>Audit log. {sentence}</source>
   <translation>Prüfpfad. {sentence}</translation>
  </message>
  <message>
   <source>Calibration: reliability in ten bins of equal width with Wilson intervals, expected calibration error and Brier score with its decomposition (Murphy 1973; Stephenson et al. 2008), slope and intercept of the logistic recalibration (Cox 1958). Intervals of error and score are bootstrapped over cases.</source>
   <translation>Kalibrierung: Zuverlässigkeit in zehn gleich breiten Klassen mit Wilson-Intervallen, erwarteter Kalibrierungsfehler und Brier-Score mit seiner Zerlegung (Murphy 1973; Stephenson et al. 2008), Steigung und Achsenabschnitt der logistischen Rekalibrierung (Cox 1958). Intervalle von Fehler und Score stammen aus einem Bootstrap über Fälle.</translation>
  </message>
  <message>
   <source>Cases on which the AI was wrong</source>
   <translation>Fälle, bei denen die KI falsch lag</translation>
  </message>
  <message>
   <source>Conditions</source>
   <translation>Bedingungen</translation>
  </message>
  <message>
   <source>Degrees of freedom are real-valued.</source>
   <translation>Freiheitsgrade sind reelle Zahlen.</translation>
  </message>
  <message>
   <source>Deviations and integrity</source>
   <translation>Abweichungen und Unversehrtheit</translation>
  </message>
  <message>
   <source>Deviations from the plan, as stated by the authors.</source>
   <translation>Abweichungen vom Plan, wie von den Autoren angegeben.</translation>
  </message>
  <message>
   <source>Deviations from the plan: none, as stated by the authors.</source>
   <translation>Abweichungen vom Plan: keine, wie von den Autoren angegeben.</translation>
  </message>
  <message>
   <source>Deviations from the plan: not stated by the authors.</source>
   <translation>Abweichungen vom Plan: von den Autoren nicht angegeben.</translation>
  </message>
  <message>
   <source>Ethics</source>
   <translation>Ethik</translation>
  </message>
  <message>
   <source>Every reader read every case under every condition; no read is missing.</source>
   <translation>Jeder Befunder hat jeden Fall unter jeder Bedingung befundet; keine Befundung fehlt.</translation>
  </message>
  <message>
   <source>Experience of readers</source>
   <translation>Erfahrung der Befunder</translation>
  </message>
  <message>
   <source>Funding</source>
   <translation>Finanzierung</translation>
  </message>
  <message>
   <source>Intervals are two-sided at {level} and are cut at 0 and 1 for means.</source>
   <translation>Intervalle sind zweiseitig mit {level} und bei Mittelwerten an 0 und 1 abgeschnitten.</translation>
  </message>
  <message>
   <source>Missing reads</source>
   <translation>Fehlende Befundungen</translation>
  </message>
  <message>
   <source>No metadata were given: design, reading order, washout, reference standard and plan are not stated in this report.</source>
   <translation>Keine Metadaten wurden angegeben: Design, Reihenfolge der Befundung, Auswaschzeit, Referenzstandard und Plan sind in diesem Bericht nicht angegeben.</translation>
  </message>
  <message>
   <source>Non-inferiority was tested with a margin of {margin}: the lower limit of the two-sided {level} interval of the difference has to exceed the negative margin. Superiority is tested only after it (fixed sequence), so no correction is needed.</source>
   <translation>Nichtunterlegenheit wurde mit einer Grenze von {margin} getestet: Die untere Grenze des zweiseitigen {level}-Intervalls des Unterschieds muss über der negativen Grenze liegen. Überlegenheit wird erst danach getestet (feste Reihenfolge), daher ist keine Korrektur nötig.</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Anzahl</translation>
  </message>
  <message>
   <source>Numbers of the study.</source>
   <translation>Zahlen der Studie.</translation>
  </message>
  <message>
   <source>Order of reading</source>
   <translation>Reihenfolge der Befundung</translation>
  </message>
  <message>
   <source>Planned effect</source>
   <translation>Geplanter Effekt</translation>
  </message>
  <message>
   <source>Pooled tests that ignore the clustering of reads (McNemar, chi-square) were not used.</source>
   <translation>Gepoolte Tests, die die Klumpung der Befundungen nicht beachten (McNemar, Chi-Quadrat), wurden nicht verwendet.</translation>
  </message>
  <message>
   <source>Primary analysis, planned</source>
   <translation>Primäre Analyse, geplant</translation>
  </message>
  <message>
   <source>Primary endpoint, planned</source>
   <translation>Primärer Endpunkt, geplant</translation>
  </message>
  <message>
   <source>Protocol</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Reads by reader and condition.</source>
   <translation>Befundungen nach Befunder und Bedingung.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <source>Reference standard</source>
   <translation>Referenzstandard</translation>
  </message>
  <message>
   <source>Registration</source>
   <translation>Registrierung</translation>
  </message>
  <message>
   <source>Selection of cases</source>
   <translation>Auswahl der Fälle</translation>
  </message>
  <message>
   <source>Setting</source>
   <translation>Ort</translation>
  </message>
  <message>
   <source>Study and data</source>
   <translation>Studie und Daten</translation>
  </message>
  <message>
   <source>To see whether the conclusion depends on the method, the AUC was also analysed with the DeLong and the unbiased covariance and by U-statistics (Gallas 2006), where these are defined. The method stated above is the primary one.</source>
   <translation>Um zu sehen, ob der Schluss vom Verfahren abhängt, wurde die AUC auch mit der Kovarianz nach DeLong, der unverzerrten Kovarianz und durch U-Statistiken (Gallas 2006) analysiert, wo diese definiert sind. Das oben angegebene Verfahren ist das primäre.</translation>
  </message>
  <message>
   <source>Training of readers</source>
   <translation>Schulung der Befunder</translation>
  </message>
  <message>
   <source>Uptake compares each reader's call without AI, the AI's call and the call with AI on the same case. Shares and their differences are ratios of sums over reads; their linearised contributions were analysed by the Obuchowski-Rockette method with jackknife covariance, which for the change of accuracy is exactly the test of two conditions. Medians, kappas between calls and the regression of log odds have percentile intervals from {replicates} bootstrap samples over readers and, within truth classes, cases (seed {seed}). A measure with an empty denominator is not defined, and shown as such. Reading times were compared on the logarithmic scale. Whether weaker readers gain more was judged with skill and benefit from separate, random halves of the cases, since the same cases would show it by chance alone.</source>
   <translation>Die Übernahme vergleicht das Urteil jedes Befunders ohne KI, das der KI und das mit KI am selben Fall. Anteile und ihre Unterschiede sind Verhältnisse von Summen über Befundungen; ihre linearisierten Beiträge wurden nach Obuchowski und Rockette mit Jackknife-Kovarianz analysiert, was für die Änderung der Genauigkeit genau der Test zweier Bedingungen ist. Mediane, Kappas zwischen Urteilen und die Regression der Log-Odds haben Perzentilintervalle aus {replicates} Bootstrap-Stichproben über Befunder und, innerhalb der Wahrheitsklassen, Fälle (Startwert {seed}). Ein Maß mit leerem Nenner ist nicht definiert und wird so gezeigt. Befundungszeiten wurden auf der logarithmischen Skala verglichen. Ob schwächere Befunder mehr gewinnen, wurde mit Können und Nutzen aus getrennten, zufälligen Hälften der Fälle beurteilt, da dieselben Fälle es schon durch Zufall zeigen würden.</translation>
  </message>
  <message>
   <source>What could not be analysed.</source>
   <translation>Was nicht analysiert werden konnte.</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Warum</translation>
  </message>
  <message>
   <source>Why this standard</source>
   <translation>Warum dieser Standard</translation>
  </message>
  <message>
   <source>by U-statistics (Gallas 2006; Gallas et al. 2007) with the degrees of freedom of the method</source>
   <translation>durch U-Statistiken (Gallas 2006; Gallas et al. 2007) mit den Freiheitsgraden des Verfahrens</translation>
  </message>
  <message>
   <source>by the Obuchowski-Rockette method with {covariance} covariance and the degrees of freedom of Hillis (2007)</source>
   <translation>nach Obuchowski und Rockette mit der Kovarianz {covariance} und den Freiheitsgraden von Hillis (2007)</translation>
  </message>
  <message>
   <source>readers and cases were taken as random</source>
   <translation>Befunder und Fälle wurden als zufällig genommen</translation>
  </message>
  <message>
   <source>readers were taken as random and cases as fixed</source>
   <translation>Befunder wurden als zufällig und Fälle als fest genommen</translation>
  </message>
  <message>
   <source>the reader or readers were taken as fixed and cases as random</source>
   <translation>der oder die Befunder wurden als fest und Fälle als zufällig genommen</translation>
  </message>
  <message>
   <source>{endpoints} was compared between conditions {how}; {which}.</source>
   <translation>{endpoints} wurde zwischen den Bedingungen verglichen, {how}; {which}.</translation>
  </message>
  <message>
   <source>{endpoints} were compared between conditions {how}; {which}.</source>
   <translation>{endpoints} wurden zwischen den Bedingungen verglichen, {how}; {which}.</translation>
  </message>
  <message>
   <source>{missing} of {size} possible reads are missing. Each analysis uses the reads that exist and takes the others as missing at random; nothing was imputed.</source>
   <translation>{missing} von {size} möglichen Befundungen fehlen. Jede Analyse verwendet die vorhandenen und nimmt die anderen als zufällig fehlend; nichts wurde ersetzt.</translation>
  </message>
  <message>
   <source>{sum} of {size} possible</source>
   <translation>{sum} von {size} möglichen</translation>
  </message>
  <message>
   <source>{wrong} of {sum}</source>
   <translation>{wrong} von {sum}</translation>
  </message>
  <message>
   <source>Differences between types of overlay.</source>
   <translation>Unterschiede zwischen den Arten des Overlays.</translation>
  </message>
  <message>
   <source>Means over readers by type of overlay.</source>
   <translation>Mittelwerte über Befunder nach Art des Overlays.</translation>
  </message>
  <message>
   <source>The types were dealt to the cases by the schedule. A reader read each case under one type only, and each case was read under the other types by other readers, so a contrast of types lies between different cases of the same reader. What readers did with the advice under each type is among the strata of section '{uptake}'.</source>
   <translation>Die Arten hat der Ablaufplan den Fällen zugeteilt. Ein Befunder las jeden Fall nur unter einer Art, und andere Befunder lasen jeden Fall unter den anderen Arten; ein Unterschied zwischen Arten liegt also zwischen verschiedenen Fällen desselben Befunders. Was Befunder unter jeder Art mit dem Rat taten, steht bei den Schichten im Abschnitt „{uptake}“.</translation>
  </message>
  <message>
   <source>Types of overlay</source>
   <translation>Arten des Overlays</translation>
  </message>
  <message>
   <source>p values are not corrected for the number of contrasts.</source>
   <translation>p-Werte sind nicht für die Zahl der Vergleiche korrigiert.</translation>
  </message>
  <message>
   <source>{condition}: the types of overlay are not shown to differ in {of} ({name}, {words}).</source>
   <translation>{condition}: Ein Unterschied der Arten des Overlays ist nicht nachgewiesen in: {of} ({name}, {words}).</translation>
  </message>
  <message>
   <source>{condition}: the types of overlay differ in {of} ({name}, {words}).</source>
   <translation>{condition}: Die Arten des Overlays unterscheiden sich in: {of} ({name}, {words}).</translation>
  </message>
  <message>
   <source>{condition}: whether the types of overlay differ cannot be tested.</source>
   <translation>{condition}: ob sich die Arten des Overlays unterscheiden, lässt sich nicht prüfen.</translation>
  </message>
  <message>
   <source>Brier</source>
   <translation>Brier</translation>
  </message>
  <message>
   <source>Brier = reliability - resolution + uncertainty + within-bin variance - within-bin covariance.</source>
   <translation>Brier = Zuverlässigkeit - Auflösung + Unsicherheit + Varianz innerhalb der Klassen - Kovarianz innerhalb der Klassen.</translation>
  </message>
  <message>
   <source>Brier score</source>
   <translation>Brier-Score</translation>
  </message>
  <message>
   <source>Calibration with intervals.</source>
   <translation>Kalibrierung mit Intervallen.</translation>
  </message>
  <message>
   <source>Components from {now} readers and {now_2} cases are themselves very uncertain; so is this power. It says nothing about the study reported here, whose interval already shows its precision.</source>
   <translation>Komponenten aus {now} Befundern und {now_2} Fällen sind selbst sehr ungewiss; diese Power auch. Sie sagt nichts über die hier berichtete Studie, deren Intervall ihre Präzision schon zeigt.</translation>
  </message>
  <message>
   <source>Expected calibration error</source>
   <translation>Erwarteter Kalibrierungsfehler</translation>
  </message>
  <message>
   <source>In brackets: the middle {alpha} % of {count} draws of the components (cases drawn again within each truth; readers x conditions by the chi-square of its mean square; seed {seed}). The effect is not drawn.</source>
   <translation>In Klammern: die mittleren {alpha} % von {count} Ziehungen der Komponenten (Fälle innerhalb jeder Wahrheit neu gezogen; Befunder x Bedingungen nach der Chi-Quadrat-Verteilung ihres mittleren Quadrats; Startwert {seed}). Der Effekt wird nicht gezogen.</translation>
  </message>
  <message>
   <source>Intercept</source>
   <translation>Achsenabschnitt</translation>
  </message>
  <message>
   <source>No stopping rule was declared. Looking at results and then deciding whether to read on changes the error rate of the test.</source>
   <translation>Keine Abbruchregel wurde erklärt. Ergebnisse anzusehen und dann zu entscheiden, ob weiter befundet wird, ändert die Fehlerrate des Tests.</translation>
  </message>
  <message>
   <source>Parts of the Brier score.</source>
   <translation>Teile des Brier-Scores.</translation>
  </message>
  <message>
   <source>Power against readers for a difference of {effect}.</source>
   <translation>Power gegen Zahl der Befunder für einen Unterschied von {effect}.</translation>
  </message>
  <message>
   <source>Power cannot be planned from these data: it needs two readers, two conditions and positive variance components.</source>
   <translation>Aus diesen Daten lässt sich keine Power planen: Nötig sind zwei Befunder, zwei Bedingungen und positive Varianzkomponenten.</translation>
  </message>
  <message>
   <source>Power to detect a difference of {name} of {effect} ({source}) between two conditions in a fully crossed study with the variance components of this one, readers and cases random, alpha {alpha} (Hillis, Obuchowski and Berbaum 2011).</source>
   <translation>Power, einen Unterschied ({name}) von {effect} ({source}) zwischen zwei Bedingungen zu finden, in einer voll gekreuzten Studie mit den Varianzkomponenten dieser, Befunder und Fälle zufällig, Alpha {alpha} (Hillis, Obuchowski und Berbaum 2011).</translation>
  </message>
  <message>
   <source>Power, and where it lies when the components are drawn again.</source>
   <translation>Power, und wo sie liegt, wenn die Komponenten neu gezogen werden.</translation>
  </message>
  <message>
   <source>Reliability</source>
   <translation>Zuverlässigkeit</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Auflösung</translation>
  </message>
  <message>
   <source>Slope</source>
   <translation>Steigung</translation>
  </message>
  <message>
   <source>Slope 1 and intercept 0 are ideal; a slope below 1 means probabilities that are too extreme. Errors of slope and intercept take values as independent. In small samples the calibration error is biased upwards, and its bootstrap more so.</source>
   <translation>Steigung 1 und Achsenabschnitt 0 sind ideal; eine Steigung unter 1 bedeutet zu extreme Wahrscheinlichkeiten. Fehler von Steigung und Achsenabschnitt nehmen Werte als unabhängig. In kleinen Stichproben ist der Kalibrierungsfehler nach oben verzerrt, sein Bootstrap noch mehr.</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Quelle</translation>
  </message>
  <message>
   <source>Stated probability against observed frequency; below, how often each was stated. Vertical lines are Wilson intervals that take reads as independent.</source>
   <translation>Angegebene Wahrscheinlichkeit gegen beobachtete Häufigkeit; darunter, wie oft jede angegeben wurde. Senkrechte Linien sind Wilson-Intervalle, die Befundungen als unabhängig nehmen.</translation>
  </message>
  <message>
   <source>Stopping rule, declared before the first read: {rule}</source>
   <translation>Abbruchregel, vor der ersten Befundung erklärt: {rule}</translation>
  </message>
  <message>
   <source>There are no probabilities to calibrate: the table lacks ratings on a scale from 0 to 1 or 0 to 100, or uptake could not be analysed.</source>
   <translation>Es gibt keine Wahrscheinlichkeiten zu kalibrieren: Der Tabelle fehlen Bewertungen auf einer Skala von 0 bis 1 oder 0 bis 100, oder die Übernahme konnte nicht analysiert werden.</translation>
  </message>
  <message>
   <source>Uncertainty</source>
   <translation>Unsicherheit</translation>
  </message>
  <message>
   <source>Within-bin covariance</source>
   <translation>Kovarianz innerhalb der Klassen</translation>
  </message>
  <message>
   <source>Within-bin variance</source>
   <translation>Varianz innerhalb der Klassen</translation>
  </message>
  <message>
   <source>a difference of 0.05, chosen for illustration since none was planned or seen</source>
   <translation>ein Unterschied von 0,05, zur Veranschaulichung gewählt, da keiner geplant oder gesehen wurde</translation>
  </message>
  <message>
   <source>the difference seen here, which is itself uncertain and tends to be optimistic</source>
   <translation>der hier gesehene Unterschied, der selbst ungewiss und eher zu günstig ist</translation>
  </message>
  <message>
   <source>the endpoint</source>
   <translation>der Endpunkt</translation>
  </message>
  <message>
   <source>the planned effect</source>
   <translation>der geplante Effekt</translation>
  </message>
  <message>
   <source>{c} cases</source>
   <translation>{c} Fälle</translation>
  </message>
  <message>
   <source>, version not stated</source>
   <translation>, Version nicht angegeben</translation>
  </message>
  <message>
   <source>AI system</source>
   <translation>KI-System</translation>
  </message>
  <message>
   <source>Audit log</source>
   <translation>Prüfpfad</translation>
  </message>
  <message>
   <source>Check the path.</source>
   <translation>Den Pfad prüfen.</translation>
  </message>
  <message>
   <source>SHA-256 of the metadata</source>
   <translation>SHA-256 der Metadaten</translation>
  </message>
  <message>
   <source>SHA-256 of the table</source>
   <translation>SHA-256 der Tabelle</translation>
  </message>
  <message>
   <source>Software</source>
   <translation>Software</translation>
  </message>
  <message>
   <source>Study hash (SHA-256 of table and metadata)</source>
   <translation>Hash der Studie (SHA-256 von Tabelle und Metadaten)</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Zusammenfassung</translation>
  </message>
  <message>
   <source>no metadata given</source>
   <translation>keine Metadaten angegeben</translation>
  </message>
  <message>
   <source>not stated</source>
   <translation>nicht angegeben</translation>
  </message>
  <message>
   <source>radviewer study report. Research use only, not for diagnosis.</source>
   <translation>Studienbericht von radviewer. Nur für die Forschung, nicht zur Diagnose.</translation>
  </message>
  <message>
   <source>radviewer {version}, Python {python_version},</source>
   <translation>radviewer {version}, Python {python_version},</translation>
  </message>
  <message>
   <source>{path} cannot be read ({strerror}).</source>
   <translation>{path} kann nicht gelesen werden ({strerror}).</translation>
  </message>
  <message>
   <source>Accuracy and its precision</source>
   <translation>Genauigkeit und ihre Präzision</translation>
  </message>
  <message>
   <source>Acquisition and preprocessing</source>
   <translation>Aufnahme und Vorverarbeitung</translation>
  </message>
  <message>
   <source>Adverse events</source>
   <translation>Unerwünschte Ereignisse</translation>
  </message>
  <message>
   <source>Background, intended use and place in the workflow</source>
   <translation>Hintergrund, Zweckbestimmung und Platz im Arbeitsablauf</translation>
  </message>
  <message>
   <source>Baseline characteristics of the datasets</source>
   <translation>Ausgangsmerkmale der Datensätze</translation>
  </message>
  <message>
   <source>Commercial interests</source>
   <translation>Kommerzielle Interessen</translation>
  </message>
  <message>
   <source>Consecutive, random or convenience series</source>
   <translation>Konsekutive, zufällige oder Gelegenheitsstichprobe</translation>
  </message>
  <message>
   <source>Cross tabulation with the reference standard</source>
   <translation>Kreuztabelle mit dem Referenzstandard</translation>
  </message>
  <message>
   <source>Data collected before or after the tests (prospective, retrospective)</source>
   <translation>Daten vor oder nach den Tests erhoben (prospektiv, retrospektiv)</translation>
  </message>
  <message>
   <source>Development of the index test</source>
   <translation>Entwicklung des Indextests</translation>
  </message>
  <message>
   <source>Devices and software with versions</source>
   <translation>Geräte und Software mit Versionen</translation>
  </message>
  <message>
   <source>Discussion</source>
   <translation>Diskussion</translation>
  </message>
  <message>
   <source>Eligibility of participants and of data</source>
   <translation>Eignung von Teilnehmern und Daten</translation>
  </message>
  <message>
   <source>Error analysis, bias and fairness</source>
   <translation>Fehleranalyse, Verzerrung und Fairness</translation>
  </message>
  <message>
   <source>Ethical considerations and fairness</source>
   <translation>Ethische Überlegungen und Fairness</translation>
  </message>
  <message>
   <source>Ethics approval, or why none</source>
   <translation>Ethikvotum, oder warum keines</translation>
  </message>
  <message>
   <source>Flow of participants as a diagram</source>
   <translation>Weg der Teilnehmer als Diagramm</translation>
  </message>
  <message>
   <source>Funding and role of funders</source>
   <translation>Finanzierung und Rolle der Geldgeber</translation>
  </message>
  <message>
   <source>How accuracy was estimated and compared</source>
   <translation>Wie die Genauigkeit geschätzt und verglichen wurde</translation>
  </message>
  <message>
   <source>How an external dataset differs from the training data</source>
   <translation>Wie ein externer Datensatz sich von den Trainingsdaten unterscheidet</translation>
  </message>
  <message>
   <source>Indeterminate results</source>
   <translation>Nicht eindeutige Ergebnisse</translation>
  </message>
  <message>
   <source>Index test in enough detail to repeat it</source>
   <translation>Indextest, ausführlich genug zum Wiederholen</translation>
  </message>
  <message>
   <source>Intended users and their expertise</source>
   <translation>Vorgesehene Anwender und ihre Fachkunde</translation>
  </message>
  <message>
   <source>Methods: analysis</source>
   <translation>Methoden: Analyse</translation>
  </message>
  <message>
   <source>Methods: dataset</source>
   <translation>Methoden: Datensatz</translation>
  </message>
  <message>
   <source>Methods: design, ethics, participants</source>
   <translation>Methoden: Design, Ethik, Teilnehmer</translation>
  </message>
  <message>
   <source>Methods: tests</source>
   <translation>Methoden: Tests</translation>
  </message>
  <message>
   <source>Named as a study of the diagnostic accuracy of AI, with a measure</source>
   <translation>Als Studie der diagnostischen Genauigkeit von KI benannt, mit einem Maß</translation>
  </message>
  <message>
   <source>Objectives and hypotheses</source>
   <translation>Ziele und Hypothesen</translation>
  </message>
  <message>
   <source>On what basis participants were found</source>
   <translation>Auf welcher Grundlage Teilnehmer gefunden wurden</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Weiteres</translation>
  </message>
  <message>
   <source>Other diagnoses among negative cases</source>
   <translation>Andere Diagnosen bei negativen Fällen</translation>
  </message>
  <message>
   <source>Reference standard in enough detail</source>
   <translation>Referenzstandard, ausführlich genug</translation>
  </message>
  <message>
   <source>Results: participants and dataset</source>
   <translation>Ergebnisse: Teilnehmer und Datensatz</translation>
  </message>
  <message>
   <source>Results: tests</source>
   <translation>Ergebnisse: Tests</translation>
  </message>
  <message>
   <source>Sample size and its reason</source>
   <translation>Fallzahl und ihr Grund</translation>
  </message>
  <message>
   <source>Severity among positive cases</source>
   <translation>Schweregrad bei positiven Fällen</translation>
  </message>
  <message>
   <source>Sounderajah et al., Nature Medicine 2025;31:3283-3289.</source>
   <translation>Sounderajah et al., Nature Medicine 2025;31:3283-3289.</translation>
  </message>
  <message>
   <source>Source of the data</source>
   <translation>Quelle der Daten</translation>
  </message>
  <message>
   <source>Thresholds of the index test and their origin</source>
   <translation>Schwellen des Indextests und ihre Herkunft</translation>
  </message>
  <message>
   <source>Thresholds of the reference standard</source>
   <translation>Schwellen des Referenzstandards</translation>
  </message>
  <message>
   <source>Time between index test and reference standard</source>
   <translation>Zeit zwischen Indextest und Referenzstandard</translation>
  </message>
  <message>
   <source>Variability of accuracy, planned or exploratory</source>
   <translation>Variabilität der Genauigkeit, geplant oder explorativ</translation>
  </message>
  <message>
   <source>What assessors of the reference standard knew</source>
   <translation>Was die Beurteilenden des Referenzstandards wussten</translation>
  </message>
  <message>
   <source>What readers of the index test knew</source>
   <translation>Was die Befunder des Indextests wussten</translation>
  </message>
  <message>
   <source>Where and when</source>
   <translation>Wo und wann</translation>
  </message>
  <message>
   <source>Whether outputs are stored and can be audited</source>
   <translation>Ob Ausgaben gespeichert werden und prüfbar sind</translation>
  </message>
  <message>
   <source>Whether the data represent the intended population</source>
   <translation>Ob die Daten die Zielpopulation darstellen</translation>
  </message>
  <message>
   <source>Who annotated, and how</source>
   <translation>Wer annotierte, und wie</translation>
  </message>
  <message>
   <source>Accuracy without AI, %</source>
   <translation>Genauigkeit ohne KI, %</translation>
  </message>
  <message>
   <source>Advice that all readers see makes them agree more even where it is wrong. A rise of kappa is an improvement only if agreement on the cases where the AI was wrong does not rise with it.</source>
   <translation>Rat, den alle Befunder sehen, macht sie einiger, auch wo er falsch ist. Ein Anstieg von Kappa ist nur dann eine Verbesserung, wenn die Übereinstimmung bei den Fällen, in denen die KI falsch lag, nicht mitsteigt.</translation>
  </message>
  <message>
   <source>Agreement among readers</source>
   <translation>Übereinstimmung der Befunder</translation>
  </message>
  <message>
   <source>Agreement on calls needs reads without and with AI; see above for what is missing.</source>
   <translation>Übereinstimmung in Urteilen braucht Befundungen ohne und mit KI; was fehlt, steht oben.</translation>
  </message>
  <message>
   <source>All measures of uptake{name}.</source>
   <translation>Alle Maße der Übernahme{name}.</translation>
  </message>
  <message>
   <source>Between</source>
   <translation>Zwischen</translation>
  </message>
  <message>
   <source>By correctness of the AI</source>
   <translation>Nach Richtigkeit der KI</translation>
  </message>
  <message>
   <source>By experience</source>
   <translation>Nach Erfahrung</translation>
  </message>
  <message>
   <source>By reader</source>
   <translation>Nach Befunder</translation>
  </message>
  <message>
   <source>By truth</source>
   <translation>Nach Wahrheit</translation>
  </message>
  <message>
   <source>By use of the overlay</source>
   <translation>Nach Nutzung des Overlays</translation>
  </message>
  <message>
   <source>Calls that were changed with AI, by reader{name}.</source>
   <translation>Mit KI geänderte Urteile, nach Befunder{name}.</translation>
  </message>
  <message>
   <source>Change, points</source>
   <translation>Änderung, Punkte</translation>
  </message>
  <message>
   <source>Cohen</source>
   <translation>Cohen</translation>
  </message>
  <message>
   <source>Eight patterns</source>
   <translation>Acht Muster</translation>
  </message>
  <message>
   <source>Fleiss</source>
   <translation>Fleiss</translation>
  </message>
  <message>
   <source>Fleiss: bootstrap over cases with these readers; Cohen: bootstrap over readers and cases.</source>
   <translation>Fleiss: Bootstrap über Fälle mit diesen Befundern; Cohen: Bootstrap über Befunder und Fälle.</translation>
  </message>
  <message>
   <source>How readers differ in what they gain{name}.</source>
   <translation>Wie sich Befunder in ihrem Gewinn unterscheiden{name}.</translation>
  </message>
  <message>
   <source>Interval, over cases</source>
   <translation>Intervall, über Fälle</translation>
  </message>
  <message>
   <source>Intervals of single readers are over cases only. A dash: there are no such reads.</source>
   <translation>Intervalle einzelner Befunder gelten nur über Fälle. Ein Strich: Es gibt keine solchen Befundungen.</translation>
  </message>
  <message>
   <source>Intervals over readers and cases: Obuchowski-Rockette on linearised ratios where df are given (∞: normal), else {replicates} two-way bootstrap samples, seed {seed}. 'Of' counts the reads in the denominator.</source>
   <translation>Intervalle über Befunder und Fälle: Obuchowski-Rockette an linearisierten Verhältnissen, wo Freiheitsgrade (df) stehen (∞: normal), sonst {replicates} zweiseitig gezogene Bootstrap-Stichproben, Startwert {seed}. „Von“ zählt die Befundungen im Nenner.</translation>
  </message>
  <message>
   <source>Kappa</source>
   <translation>Kappa</translation>
  </message>
  <message>
   <source>Names of the patterns after Cabitza et al. 2023.</source>
   <translation>Namen der Muster nach Cabitza et al. 2023.</translation>
  </message>
  <message>
   <source>No reading times were recorded for pairs of reads.</source>
   <translation>Für Paare von Befundungen wurden keine Befundungszeiten vermerkt.</translation>
  </message>
  <message>
   <source>Not defined for {missing}.</source>
   <translation>Nicht definiert für {missing}.</translation>
  </message>
  <message>
   <source>Obuchowski</source>
   <translation>Obuchowski</translation>
  </message>
  <message>
   <source>Of</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>Q = {q} on {q_df} df, p = {p_value}; variance between readers {tau2} points². {note}</source>
   <translation>Q = {q} bei {q_df} Freiheitsgraden, p = {p_value}; Varianz zwischen Befundern {tau2} Punkte². {note}</translation>
  </message>
  <message>
   <source>RAIR is the share of reads in which a reader who was wrong took right advice; RSR the share in which a reader who was right withstood wrong advice (Schemmer et al. 2023).</source>
   <translation>RAIR ist der Anteil der Befundungen, in denen ein Befunder, der falsch lag, richtigen Rat annahm; RSR der Anteil, in denen ein Befunder, der richtig lag, falschem Rat widerstand (Schemmer et al. 2023).</translation>
  </message>
  <message>
   <source>Ratings of the same reader and case without and with AI{name}.</source>
   <translation>Bewertungen desselben Befunders und Falls ohne und mit KI{name}.</translation>
  </message>
  <message>
   <source>Ratio of reading times by reader{name}.</source>
   <translation>Verhältnis der Befundungszeiten nach Befunder{name}.</translation>
  </message>
  <message>
   <source>Ratios are geometric means of each pair's ratio; below 1 reading with AI is faster. The last row uses unclamped variance components, as some programs do.</source>
   <translation>Verhältnisse sind geometrische Mittel der Verhältnisse der Paare; unter 1 ist die Befundung mit KI schneller. Die letzte Zeile verwendet nicht auf null gesetzte Varianzkomponenten, wie manche Programme.</translation>
  </message>
  <message>
   <source>Readers among each other, with AI</source>
   <translation>Befunder untereinander, mit KI</translation>
  </message>
  <message>
   <source>Readers among each other, without AI</source>
   <translation>Befunder untereinander, ohne KI</translation>
  </message>
  <message>
   <source>Reading time</source>
   <translation>Befundungszeit</translation>
  </message>
  <message>
   <source>Reading time ratios</source>
   <translation>Verhältnisse der Befundungszeiten</translation>
  </message>
  <message>
   <source>Reading time{name}.</source>
   <translation>Befundungszeit{name}.</translation>
  </message>
  <message>
   <source>Reads were sequential, so the call before the advice is locked and these are defined for each read.</source>
   <translation>Die Befundungen waren sequenziell, daher ist das Urteil vor dem Rat festgelegt, und sie sind für jede Befundung definiert.</translation>
  </message>
  <message>
   <source>Reliance on AI and on self{name}.</source>
   <translation>Vertrauen auf die KI und auf sich selbst{name}.</translation>
  </message>
  <message>
   <source>Shrunken change</source>
   <translation>Geschrumpfte Änderung</translation>
  </message>
  <message>
   <source>Strata{name}: estimate and interval.</source>
   <translation>Schichten{name}: Schätzung und Intervall.</translation>
  </message>
  <message>
   <source>The same, with AI, cases where the AI was wrong</source>
   <translation>Dasselbe, mit KI, Fälle, bei denen die KI falsch lag</translation>
  </message>
  <message>
   <source>The same, without AI, cases where the AI was wrong</source>
   <translation>Dasselbe, ohne KI, Fälle, bei denen die KI falsch lag</translation>
  </message>
  <message>
   <source>They are defined for each read only if the call without AI was locked before the advice was shown (sequential design). In other designs they are defined on pairs of sessions and contain the reader's own variability from session to session.</source>
   <translation>Für jede Befundung sind sie nur definiert, wenn das Urteil ohne KI festgelegt war, bevor der Rat gezeigt wurde (sequenzielles Design). In anderen Designs sind sie an Paaren von Sitzungen definiert und enthalten die eigene Schwankung des Befunders von Sitzung zu Sitzung.</translation>
  </message>
  <message>
   <source>Time with / without AI, two-way random effects</source>
   <translation>Zeit mit / ohne KI, zweifach zufällige Effekte</translation>
  </message>
  <message>
   <source>Uptake</source>
   <translation>Übernahme</translation>
  </message>
  <message>
   <source>Uptake of AI advice</source>
   <translation>Übernahme von KI-Rat</translation>
  </message>
  <message>
   <source>What was right before the advice, in the advice, and after it{name}.</source>
   <translation>Was vor dem Rat, im Rat und danach richtig war{name}.</translation>
  </message>
  <message>
   <source>faster with AI</source>
   <translation>schneller mit KI</translation>
  </message>
  <message>
   <source>slower with AI</source>
   <translation>langsamer mit KI</translation>
  </message>
  <message>
   <source>time with AI / time without (logarithmic)</source>
   <translation>Zeit mit KI / Zeit ohne (logarithmisch)</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} bis {high}</translation>
  </message>
  <message>
   <source>As a ratio of times: {exp} ({low} to {high}).</source>
   <translation>Als Verhältnis der Zeiten: {exp} ({low} bis {high}).</translation>
  </message>
  <message>
   <source>Cov2 ({cov2}) is below Cov3 ({cov3}), which cannot be true of the populations; their difference is set to zero.</source>
   <translation>Cov2 ({cov2}) liegt unter Cov3 ({cov3}), was für die Grundgesamtheiten nicht zutreffen kann; ihr Unterschied wird auf null gesetzt.</translation>
  </message>
  <message>
   <source>Each reader read under one condition only: readers are analysed as nested in conditions, which has less power than reading under all conditions.</source>
   <translation>Jeder Befunder hat unter nur einer Bedingung befundet: Befunder werden als in Bedingungen geschachtelt analysiert, was weniger Power hat als Befundung unter allen.</translation>
  </message>
  <message>
   <source>For {pair} the methods disagree at alpha {alpha}: p = {p} here but {p_2} with {label}. Report the method that was specified before the data were seen.</source>
   <translation>Für {pair} widersprechen sich die Verfahren bei Alpha {alpha}: p = {p} hier, aber {p_2} mit {label}. Zu berichten ist das Verfahren, das festgelegt war, bevor die Daten gesehen wurden.</translation>
  </message>
  <message>
   <source>For {pair} the standard errors differ by {se} ({se_2} here, {se_3} with {label}); the data hold little about the variances.</source>
   <translation>Für {pair} unterscheiden sich die Standardfehler um {se} ({se_2} hier, {se_3} mit {label}); die Daten sagen wenig über die Varianzen.</translation>
  </message>
  <message>
   <source>For {to_whom}, the mean {what} of {a} {found} that of {b}: difference {difference}, {level} interval {ci} to {ci_2}, p = {p}.</source>
   <translation>Für {to_whom}: Das Mittel ({what}) von {a} {found} dem von {b}: Unterschied {difference}, {level}-Intervall {ci} bis {ci_2}, p = {p}.</translation>
  </message>
  <message>
   <source>The average variance over cases is negative; use the jackknife covariance.</source>
   <translation>Die mittlere Varianz über Fälle ist negativ; die Jackknife-Kovarianz verwenden.</translation>
  </message>
  <message>
   <source>The comparison rests on {fewest} degrees of freedom: the interval is wide, and a few more readers would help more than more cases.</source>
   <translation>Der Vergleich ruht auf {fewest} Freiheitsgraden: Das Intervall ist breit, und ein paar Befunder mehr würden mehr helfen als mehr Fälle.</translation>
  </message>
  <message>
   <source>The estimated variance {words} is negative ({value}); read it as zero. It is common in small studies and does not enter the tests.</source>
   <translation>Die geschätzte Varianz {words} ist negativ ({value}); sie ist als null zu lesen. Das ist in kleinen Studien häufig und geht in die Tests nicht ein.</translation>
  </message>
  <message>
   <source>The interval of {names} was cut at the limit of the endpoint's range.</source>
   <translation>Das Intervall von {names} wurde an der Grenze des Wertebereichs des Endpunkts abgeschnitten.</translation>
  </message>
  <message>
   <source>The standard error of {names} is undefined (negative variance).</source>
   <translation>Der Standardfehler von {names} ist nicht definiert (negative Varianz).</translation>
  </message>
  <message>
   <source>The standard error of {names} is zero: no reader and no case varies.</source>
   <translation>Der Standardfehler von {names} ist null: Kein Befunder und kein Fall schwankt.</translation>
  </message>
  <message>
   <source>The test of the conditions is undefined because its error variance is zero or negative (readers agree exactly, or an unbiased estimate failed).</source>
   <translation>Der Test der Bedingungen ist nicht definiert, weil seine Fehlervarianz null oder negativ ist (Befunder stimmen genau überein, oder eine unverzerrte Schätzung ist misslungen).</translation>
  </message>
  <message>
   <source>The test of {names} - {names_2} is undefined.</source>
   <translation>Der Test von {names} - {names_2} ist nicht definiert.</translation>
  </message>
  <message>
   <source>The {what} of {a} less that of {b} is {difference}; its uncertainty is undefined.</source>
   <translation>Das Mittel ({what}) von {a} minus dem von {b} ist {difference}; seine Unsicherheit ist nicht definiert.</translation>
  </message>
  <message>
   <source>There is only one condition, so there is nothing to compare.</source>
   <translation>Es gibt nur eine Bedingung, daher ist nichts zu vergleichen.</translation>
  </message>
  <message>
   <source>With {count} readers, statements about other readers are very uncertain.</source>
   <translation>Bei {count} Befundern sind Aussagen über andere Befunder sehr ungewiss.</translation>
  </message>
  <message>
   <source>between readers</source>
   <translation>zwischen Befundern</translation>
  </message>
  <message>
   <source>is not shown to differ from</source>
   <translation>unterscheidet sich nicht nachweisbar von</translation>
  </message>
  <message>
   <source>is {direction} than</source>
   <translation>liegt {direction}</translation>
  </message>
  <message>
   <source>of readers' responses to the conditions</source>
   <translation>der Reaktionen der Befunder auf die Bedingungen</translation>
  </message>
  <message>
   <source>other readers and cases like these</source>
   <translation>andere Befunder und Fälle wie diese</translation>
  </message>
  <message>
   <source>other readers on these cases</source>
   <translation>andere Befunder an diesen Fällen</translation>
  </message>
  <message>
   <source>these readers on other cases like these</source>
   <translation>diese Befunder an anderen Fällen wie diesen</translation>
  </message>
  <message>
   <source>{blank} row(s) have no rating and count as not read.</source>
   <translation>Zeilen ohne Bewertung, die als nicht befundet zählen: {blank}.</translation>
  </message>
  <message>
   <source>{missing} of {size} possible reads are missing; they are taken as missing at random.</source>
   <translation>{missing} von {size} möglichen Befundungen fehlen; sie werden als zufällig fehlend genommen.</translation>
  </message>
  <message>
   <source>Agreement needs cases x readers with at least two readers.</source>
   <translation>Übereinstimmung braucht Fälle x Befunder mit mindestens zwei Befundern.</translation>
  </message>
  <message>
   <source>All calls fall in one category, so agreement beyond chance is not defined.</source>
   <translation>Alle Urteile fallen in eine Kategorie, daher ist Übereinstimmung über den Zufall hinaus nicht definiert.</translation>
  </message>
  <message>
   <source>Cohen kappa</source>
   <translation>Cohens Kappa</translation>
  </message>
  <message>
   <source>Cohen kappa needs two lists of the same cases; they hold {count} and {count_2}.</source>
   <translation>Cohens Kappa braucht zwei Listen derselben Fälle; sie enthalten {count} und {count_2}.</translation>
  </message>
  <message>
   <source>Cohen kappa, {weights} weights</source>
   <translation>Cohens Kappa, Gewichte {weights}</translation>
  </message>
  <message>
   <source>Fleiss kappa</source>
   <translation>Fleiss' Kappa</translation>
  </message>
  <message>
   <source>Gwet AC1 needs at least one case that two readers called.</source>
   <translation>Gwets AC1 braucht mindestens einen Fall, den zwei Befunder beurteilt haben.</translation>
  </message>
  <message>
   <source>Keep only the cases that both readers called.</source>
   <translation>Nur die Fälle behalten, die beide Befunder beurteilt haben.</translation>
  </message>
  <message>
   <source>The call {missing} is not among the categories {order}.</source>
   <translation>Das Urteil {missing} ist keine der Kategorien {order}.</translation>
  </message>
  <message>
   <source>This coefficient needs every reader's call on every case.</source>
   <translation>Dieser Koeffizient braucht das Urteil jedes Befunders zu jedem Fall.</translation>
  </message>
  <message>
   <source>Use Gwet AC1, which allows missing calls, or keep the complete cases.</source>
   <translation>Gwets AC1 verwenden, das fehlende Urteile erlaubt, oder die vollständigen Fälle behalten.</translation>
  </message>
  <message>
   <source>bootstrap over cases, {replicates} samples, seed {seed}</source>
   <translation>Bootstrap über Fälle, {replicates} Stichproben, Startwert {seed}</translation>
  </message>
  <message>
   <source>large-sample (Fleiss, Cohen and Everitt 1969)</source>
   <translation>große Stichprobe (Fleiss, Cohen und Everitt 1969)</translation>
  </message>
  <message>
   <source>large-sample, t over cases</source>
   <translation>große Stichprobe, t über Fälle</translation>
  </message>
  <message>
   <source>Both truths must occur in each arm of each reader.</source>
   <translation>In jedem Arm jedes Befunders müssen beide Wahrheiten vorkommen.</translation>
  </message>
  <message>
   <source>Each arm of each reader needs two positive and two negative cases.</source>
   <translation>Jeder Arm jedes Befunders braucht zwei positive und zwei negative Fälle.</translation>
  </message>
  <message>
   <source>Some reader has no positive or no negative case in some condition, so there is no AUC.</source>
   <translation>Ein Befunder hat unter einer Bedingung keinen positiven oder keinen negativen Fall, daher gibt es keine AUC.</translation>
  </message>
  <message>
   <source>Some reader has only one positive or one negative case in some condition, so its variance is unknown.</source>
   <translation>Ein Befunder hat unter einer Bedingung nur einen positiven oder einen negativen Fall, daher ist seine Varianz unbekannt.</translation>
  </message>
  <message>
   <source>All probabilities are equal, so a slope is not defined.</source>
   <translation>Alle Wahrscheinlichkeiten sind gleich, daher ist eine Steigung nicht definiert.</translation>
  </message>
  <message>
   <source>Calibration needs a truth of 0 or 1.</source>
   <translation>Kalibrierung braucht eine Wahrheit von 0 oder 1.</translation>
  </message>
  <message>
   <source>Calibration needs one probability for each truth; got {shape} and {shape_2}.</source>
   <translation>Kalibrierung braucht eine Wahrscheinlichkeit zu jeder Wahrheit; erhalten: {shape} und {shape_2}.</translation>
  </message>
  <message>
   <source>Calibration needs probabilities between 0 and 1.</source>
   <translation>Kalibrierung braucht Wahrscheinlichkeiten zwischen 0 und 1.</translation>
  </message>
  <message>
   <source>Only one truth class is present, so the fit does not exist.</source>
   <translation>Nur eine Wahrheitsklasse kommt vor, daher gibt es die Anpassung nicht.</translation>
  </message>
  <message>
   <source>Rescale the ratings to 0-1.</source>
   <translation>Die Bewertungen auf 0-1 umrechnen.</translation>
  </message>
  <message>
   <source>The probabilities separate the classes (nearly) perfectly, so the fit does not exist.</source>
   <translation>Die Wahrscheinlichkeiten trennen die Klassen (fast) vollständig, daher gibt es die Anpassung nicht.</translation>
  </message>
  <message>
   <source>bootstrap over {count} cases, {replicates} samples, seed {seed}</source>
   <translation>Bootstrap über {count} Fälle, {replicates} Stichproben, Startwert {seed}</translation>
  </message>
  <message>
   <source>A reading time is zero or negative, so it has no logarithm.</source>
   <translation>Eine Befundungszeit ist null oder negativ und hat daher keinen Logarithmus.</translation>
  </message>
  <message>
   <source>Correct or blank it.</source>
   <translation>Berichtigen oder leeren.</translation>
  </message>
  <message>
   <source>Divide the ratings by their maximum first, if they are percentages.</source>
   <translation>Die Bewertungen zuerst durch ihr Maximum teilen, falls sie Prozente sind.</translation>
  </message>
  <message>
   <source>No case counts for it there; choose another threshold.</source>
   <translation>Kein Fall zählt dort dafür; eine andere Schwelle wählen.</translation>
  </message>
  <message>
   <source>Say from which rating on a case is called positive (--threshold X).</source>
   <translation>Sagen, ab welcher Bewertung ein Fall positiv heißt (--threshold X).</translation>
  </message>
  <message>
   <source>The endpoint {kind} is undefined for some reader and condition.</source>
   <translation>Der Endpunkt {kind} ist für einen Befunder und eine Bedingung nicht definiert.</translation>
  </message>
  <message>
   <source>The endpoint {kind} needs a threshold.</source>
   <translation>Der Endpunkt {kind} braucht eine Schwelle.</translation>
  </message>
  <message>
   <source>The endpoint {kind} needs ratings between 0 and 1.</source>
   <translation>Der Endpunkt {kind} braucht Bewertungen zwischen 0 und 1.</translation>
  </message>
  <message>
   <source>Youden index</source>
   <translation>Youden-Index</translation>
  </message>
  <message>
   <source>absolute error</source>
   <translation>absoluter Fehler</translation>
  </message>
  <message>
   <source>log time</source>
   <translation>logarithmierte Zeit</translation>
  </message>
  <message>
   <source>partial AUC</source>
   <translation>partielle AUC</translation>
  </message>
  <message>
   <source>sensitivity at a specificity of {specificity}</source>
   <translation>Sensitivität bei einer Spezifität von {specificity}</translation>
  </message>
  <message>
   <source>A jackknife needs at least two cases, but there is {n}.</source>
   <translation>Ein Jackknife braucht mindestens zwei Fälle; vorhanden: {n}.</translation>
  </message>
  <message>
   <source>A reader has fewer than two cases that count for this endpoint in some condition.</source>
   <translation>Ein Befunder hat unter einer Bedingung weniger als zwei Fälle, die für diesen Endpunkt zählen.</translation>
  </message>
  <message>
   <source>Add cases to the study.</source>
   <translation>Der Studie Fälle hinzufügen.</translation>
  </message>
  <message>
   <source>Choose another endpoint or threshold, or leave that reader out.</source>
   <translation>Einen anderen Endpunkt oder eine andere Schwelle wählen oder diesen Befunder weglassen.</translation>
  </message>
  <message>
   <source>Each reader needs at least two cases that count for the endpoint in each condition.</source>
   <translation>Jeder Befunder braucht unter jeder Bedingung mindestens zwei Fälle, die für den Endpunkt zählen.</translation>
  </message>
  <message>
   <source>The endpoint is undefined when one of its cases is left out, so it has no variance.</source>
   <translation>Der Endpunkt ist nicht definiert, wenn einer seiner Fälle weggelassen wird, daher hat er keine Varianz.</translation>
  </message>
  <message>
   <source>Add cases to that arm.</source>
   <translation>Diesem Arm Fälle hinzufügen.</translation>
  </message>
  <message>
   <source>Some reader has fewer than two cases that count for the endpoint.</source>
   <translation>Ein Befunder hat weniger als zwei Fälle, die für den Endpunkt zählen.</translation>
  </message>
  <message>
   <source>All {size} cases are</source>
   <translation>Alle {size} Fälle sind</translation>
  </message>
  <message>
   <source>An alpha of {alpha} is not possible.</source>
   <translation>Ein Alpha von {alpha} ist nicht möglich.</translation>
  </message>
  <message>
   <source>Both truths must occur in the table; check the truth column.</source>
   <translation>In der Tabelle müssen beide Wahrheiten vorkommen; die Spalte der Wahrheit prüfen.</translation>
  </message>
  <message>
   <source>Some readers read no case under some condition: {arms}.</source>
   <translation>Manche Befunder haben unter einer Bedingung keinen Fall befundet: {arms}.</translation>
  </message>
  <message>
   <source>The only case is</source>
   <translation>Der einzige Fall ist</translation>
  </message>
  <message>
   <source>The {kind} covariance is not defined for the {label}.</source>
   <translation>Die Kovarianz {kind} ist für {label} nicht definiert.</translation>
  </message>
  <message>
   <source>Use a number between 0 and 1.</source>
   <translation>Eine Zahl zwischen 0 und 1 verwenden.</translation>
  </message>
  <message>
   <source>Use the U-statistics (--method ustat), or leave those readers out (--complete-readers).</source>
   <translation>Die U-Statistiken verwenden (--method ustat) oder diese Befunder weglassen (--complete-readers).</translation>
  </message>
  <message>
   <source>Use the jackknife (--covariance jackknife).</source>
   <translation>Das Jackknife verwenden (--covariance jackknife).</translation>
  </message>
  <message>
   <source>{reader} under {condition}</source>
   <translation>{reader} unter {condition}</translation>
  </message>
  <message>
   <source>{which} {only}, so the {label} is undefined.</source>
   <translation>{which} {only}, daher nicht definiert: {label}.</translation>
  </message>
  <message>
   <source>Leave out --inference, or use --method or for fixed readers or cases.</source>
   <translation>--inference weglassen oder bei festen Befundern oder Fällen --method or verwenden.</translation>
  </message>
  <message>
   <source>Leave that condition out.</source>
   <translation>Diese Bedingung weglassen.</translation>
  </message>
  <message>
   <source>Some condition has no read at all.</source>
   <translation>Eine Bedingung hat gar keine Befundung.</translation>
  </message>
  <message>
   <source>The U-statistics treat readers and cases as random.</source>
   <translation>Die U-Statistiken behandeln Befunder und Fälle als zufällig.</translation>
  </message>
  <message>
   <source>There is no U-statistic for the endpoint {kind}.</source>
   <translation>Für den Endpunkt {kind} gibt es keine U-Statistik.</translation>
  </message>
  <message>
   <source>There is only one reader, so nothing can be said about other readers.</source>
   <translation>Es gibt nur einen Befunder, daher lässt sich nichts über andere Befunder sagen.</translation>
  </message>
  <message>
   <source>Use --method or with --inference frrc, or add readers.</source>
   <translation>--method or mit --inference frrc verwenden oder Befunder hinzufügen.</translation>
  </message>
  <message>
   <source>Use --method or.</source>
   <translation>--method or verwenden.</translation>
  </message>
  <message>
   <source>Random readers need at least two readers in a condition.</source>
   <translation>Zufällige Befunder brauchen mindestens zwei Befunder unter einer Bedingung.</translation>
  </message>
  <message>
   <source>Some condition has only one reader, so nothing can be said about other readers.</source>
   <translation>Eine Bedingung hat nur einen Befunder, daher lässt sich nichts über andere Befunder sagen.</translation>
  </message>
  <message>
   <source>Use the inference for fixed readers (frrc), or add readers.</source>
   <translation>Die Inferenz für feste Befunder (frrc) verwenden oder Befunder hinzufügen.</translation>
  </message>
  <message>
   <source>A margin of {margin} is not possible.</source>
   <translation>Eine Grenze von {margin} ist nicht möglich.</translation>
  </message>
  <message>
   <source>Conditions are: {conditions}.</source>
   <translation>Bedingungen sind: {conditions}.</translation>
  </message>
  <message>
   <source>There is no condition {name}.</source>
   <translation>Es gibt keine Bedingung {name}.</translation>
  </message>
  <message>
   <source>Use a number above zero.</source>
   <translation>Eine Zahl über null verwenden.</translation>
  </message>
  <message>
   <source>Comparing conditions over random readers needs two readers and two conditions.</source>
   <translation>Ein Vergleich von Bedingungen über zufällige Befunder braucht zwei Befunder und zwei Bedingungen.</translation>
  </message>
  <message>
   <source>Estimates of shape {shape} and a covariance of shape {shape_2} do not fit.</source>
   <translation>Schätzungen der Form {shape} und eine Kovarianz der Form {shape_2} passen nicht zusammen.</translation>
  </message>
  <message>
   <source>Pass estimates (conditions, readers) and their covariance with each axis twice.</source>
   <translation>Schätzungen (Bedingungen, Befunder) und ihre Kovarianz mit jeder Achse zweimal übergeben.</translation>
  </message>
  <message>
   <source>Some reader has no defined estimate in some condition.</source>
   <translation>Ein Befunder hat unter einer Bedingung keine definierte Schätzung.</translation>
  </message>
  <message>
   <source>Use the U-statistics, or leave out readers who lack a condition.</source>
   <translation>Die U-Statistiken verwenden oder Befunder weglassen, denen eine Bedingung fehlt.</translation>
  </message>
  <message>
   <source>Leave that reader out.</source>
   <translation>Diesen Befunder weglassen.</translation>
  </message>
  <message>
   <source>Some reader of the pilot did not read under each condition.</source>
   <translation>Ein Befunder der Pilotstudie hat nicht unter jeder Bedingung befundet.</translation>
  </message>
  <message>
   <source>A bootstrap needs at least 100 replicates.</source>
   <translation>Ein Bootstrap braucht mindestens 100 Stichproben.</translation>
  </message>
  <message>
   <source>A draw has no components.</source>
   <translation>Eine Ziehung hat keine Komponenten.</translation>
  </message>
  <message>
   <source>The components are undefined in most draws.</source>
   <translation>Die Komponenten sind in den meisten Ziehungen nicht definiert.</translation>
  </message>
  <message>
   <source>The pilot is too small to say how uncertain it is.</source>
   <translation>Die Pilotstudie ist zu klein, um zu sagen, wie ungewiss sie ist.</translation>
  </message>
  <message>
   <source>Use more.</source>
   <translation>Mehr verwenden.</translation>
  </message>
  <message>
   <source>A partial area from {low} to {high} is not possible.</source>
   <translation>Eine Teilfläche von {low} bis {high} ist nicht möglich.</translation>
  </message>
  <message>
   <source>A rating is not a finite number.</source>
   <translation>Eine Bewertung ist keine endliche Zahl.</translation>
  </message>
  <message>
   <source>A specificity of {specificity} is not possible.</source>
   <translation>Eine Spezifität von {specificity} ist nicht möglich.</translation>
  </message>
  <message>
   <source>Both truths must occur.</source>
   <translation>Beide Wahrheiten müssen vorkommen.</translation>
  </message>
  <message>
   <source>Limits must be 0 &lt;= low &lt; high &lt;= 1.</source>
   <translation>Für die Grenzen muss gelten: 0 &lt;= low &lt; high &lt;= 1.</translation>
  </message>
  <message>
   <source>Remove or correct it.</source>
   <translation>Entfernen oder berichtigen.</translation>
  </message>
  <message>
   <source>There is no {missing} case, so there is no ROC curve.</source>
   <translation>Es gibt keinen Fall, der {missing} ist, daher gibt es keine ROC-Kurve.</translation>
  </message>
  <message>
   <source>Use a number from 0 to 1.</source>
   <translation>Eine Zahl von 0 bis 1 verwenden.</translation>
  </message>
  <message>
   <source>A pilot needs two readers and two conditions; or give components yourself.</source>
   <translation>Eine Pilotstudie braucht zwei Befunder und zwei Bedingungen; oder Komponenten selbst angeben.</translation>
  </message>
  <message>
   <source>Check the components: Var must exceed Cov1.</source>
   <translation>Die Komponenten prüfen: Var muss größer als Cov1 sein.</translation>
  </message>
  <message>
   <source>Power from pilot data is itself very uncertain: another pilot of the same size could give a quite different number. Plan with a margin, and try several plausible components.</source>
   <translation>Power aus Pilotdaten ist selbst sehr ungewiss: Eine andere Pilotstudie derselben Größe könnte eine ganz andere Zahl ergeben. Mit Reserve planen und mehrere plausible Komponenten probieren.</translation>
  </message>
  <message>
   <source>The pilot has only one reader or one condition, so its components are unknown.</source>
   <translation>Die Pilotstudie hat nur einen Befunder oder eine Bedingung, daher sind ihre Komponenten unbekannt.</translation>
  </message>
  <message>
   <source>These components leave no error variance, so any difference would be significant.</source>
   <translation>Diese Komponenten lassen keine Fehlervarianz übrig, daher wäre jeder Unterschied signifikant.</translation>
  </message>
  <message>
   <source>Use at least two readers and two cases, and an alpha between 0 and 1.</source>
   <translation>Mindestens zwei Befunder und zwei Fälle und ein Alpha zwischen 0 und 1 verwenden.</translation>
  </message>
  <message>
   <source>{readers} reader(s), {cases} cases and alpha {alpha} cannot be planned with.</source>
   <translation>Mit {readers} Befunder(n), {cases} Fällen und Alpha {alpha} lässt sich nicht planen.</translation>
  </message>
  <message>
   <source>A case has one truth. If the name stands for different cases, say so with --design.</source>
   <translation>Ein Fall hat eine Wahrheit. Wenn der Name für verschiedene Fälle steht, dies mit --design sagen.</translation>
  </message>
  <message>
   <source>Add at least one read for each case.</source>
   <translation>Mindestens eine Befundung zu jedem Fall hinzufügen.</translation>
  </message>
  <message>
   <source>Case {cases} is positive in some rows and negative in others.</source>
   <translation>Fall {cases} ist in manchen Zeilen positiv und in anderen negativ.</translation>
  </message>
  <message>
   <source>Column {name} holds {iloc} in data row {row}, which is not a finite number.</source>
   <translation>Spalte {name} enthält {iloc} in Datenzeile {row}, was keine endliche Zahl ist.</translation>
  </message>
  <message>
   <source>Column {name} holds {iloc} in data row {row}; expected is 0 or 1.</source>
   <translation>Spalte {name} enthält {iloc} in Datenzeile {row}; erwartet ist 0 oder 1.</translation>
  </message>
  <message>
   <source>Column {name} is empty in data row {row}.</source>
   <translation>Spalte {name} ist in Datenzeile {row} leer.</translation>
  </message>
  <message>
   <source>Expected is a CSV file with a header row.</source>
   <translation>Erwartet ist eine CSV-Datei mit einer Kopfzeile.</translation>
  </message>
  <message>
   <source>Fill it, or drop the row.</source>
   <translation>Füllen oder die Zeile weglassen.</translation>
  </message>
  <message>
   <source>Its columns are: {existing}.</source>
   <translation>Ihre Spalten sind: {existing}.</translation>
  </message>
  <message>
   <source>Keep one rating for each reader, case and condition.</source>
   <translation>Eine Bewertung für jeden Befunder, Fall und jede Bedingung behalten.</translation>
  </message>
  <message>
   <source>Name the value that marks a positive case (--positive VALUE).</source>
   <translation>Den Wert nennen, der einen positiven Fall bezeichnet (--positive WERT).</translation>
  </message>
  <message>
   <source>No case has the truth {positive} in column {name}.</source>
   <translation>Kein Fall hat die Wahrheit {positive} in Spalte {name}.</translation>
  </message>
  <message>
   <source>Ratings must be numbers; leave the cell empty where the case was not read.</source>
   <translation>Bewertungen müssen Zahlen sein; die Zelle leer lassen, wo der Fall nicht befundet wurde.</translation>
  </message>
  <message>
   <source>Reader {readers} rated case {cases} more than once under condition {conditions} (data row {row}).</source>
   <translation>Befunder {readers} hat Fall {cases} unter der Bedingung {conditions} mehr als einmal bewertet (Datenzeile {row}).</translation>
  </message>
  <message>
   <source>Rename all but one.</source>
   <translation>Alle bis auf eine umbenennen.</translation>
  </message>
  <message>
   <source>The column holds: {set}.</source>
   <translation>Die Spalte enthält: {set}.</translation>
  </message>
  <message>
   <source>The table has no column {name}.</source>
   <translation>Die Tabelle hat keine Spalte {name}.</translation>
  </message>
  <message>
   <source>The table has no rows.</source>
   <translation>Die Tabelle hat keine Zeilen.</translation>
  </message>
  <message>
   <source>The table has several columns named {name}.</source>
   <translation>Die Tabelle hat mehrere Spalten mit Namen {name}.</translation>
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation>Es gibt keine Datei {path}.</translation>
  </message>
  <message>
   <source>{path} could not be read as a table: {error}</source>
   <translation>{path} konnte nicht als Tabelle gelesen werden: {error}</translation>
  </message>
  <message>
   <source>Probabilities of 0 and 1 were moved in to {logit_edge} and {logit_edge_2}.</source>
   <translation>Wahrscheinlichkeiten von 0 und 1 wurden auf {logit_edge} und {logit_edge_2} nach innen gerückt.</translation>
  </message>
  <message>
   <source>{excluded} reads with the AI within {advice_distance} of the unaided probability left out.</source>
   <translation>Weggelassen, weil die KI näher als {advice_distance} an der Wahrscheinlichkeit ohne Hilfe liegt: {excluded} Befundungen.</translation>
  </message>
  <message>
   <source>Both calls of a pair belong to one reading, so the change among repeats is reported and not taken off the switch rate.</source>
   <translation>Beide Urteile eines Paars gehören zu einer Befundung, daher wird die Änderung bei Wiederholungen berichtet und nicht von der Wechselrate abgezogen.</translation>
  </message>
  <message>
   <source>Name the column with --{split}.</source>
   <translation>Die Spalte mit --{split} nennen.</translation>
  </message>
  <message>
   <source>Not every reader read every case in both conditions ({n} of {size} pairs).</source>
   <translation>Nicht jeder Befunder hat jeden Fall unter beiden Bedingungen befundet ({n} von {size} Paaren).</translation>
  </message>
  <message>
   <source>The reads cannot be split by {split}: the table has no such column.</source>
   <translation>Die Befundungen lassen sich nicht nach {split} teilen: Die Tabelle hat keine solche Spalte.</translation>
  </message>
  <message>
   <source>There is one reader: intervals speak of this reader on other cases, not of other readers.</source>
   <translation>Es gibt einen Befunder: Intervalle gelten für diesen Befunder an anderen Fällen, nicht für andere Befunder.</translation>
  </message>
  <message>
   <source>With {readers} readers, statements about other readers are weak; see the degrees of freedom.</source>
   <translation>Bei {readers} Befundern sind Aussagen über andere Befunder schwach; siehe die Freiheitsgrade.</translation>
  </message>
  <message>
   <source>not used</source>
   <translation>nicht verwendet</translation>
  </message>
  <message>
   <source>{left_out} repeats belong to no pair of this analysis and are left out.</source>
   <translation>Wiederholungen, die zu keinem Paar dieser Analyse gehören und weggelassen sind: {left_out}.</translation>
  </message>
  <message>
   <source>Not defined for these reads.</source>
   <translation>Für diese Befundungen nicht definiert.</translation>
  </message>
  <message>
   <source>bootstrap over {what}, {replicates} samples, seed {seed}</source>
   <translation>Bootstrap über {what}, {replicates} Stichproben, Startwert {seed}</translation>
  </message>
  <message>
   <source>readers and cases</source>
   <translation>Befunder und Fälle</translation>
  </message>
  <message>
   <source>(beneficial - harmful switches) / reads</source>
   <translation>(nützliche - schädliche Wechsel) / Befundungen</translation>
  </message>
  <message>
   <source>(moved down - moved up) / negative reads</source>
   <translation>(gesenkt - angehoben) / negative Befundungen</translation>
  </message>
  <message>
   <source>(moved up - moved down) / positive reads</source>
   <translation>(angehoben - gesenkt) / positive Befundungen</translation>
  </message>
  <message>
   <source>0 is perfect</source>
   <translation>0 ist vollkommen</translation>
  </message>
  <message>
   <source>0 kept own opinion, 1 took the AI's</source>
   <translation>0 behielt die eigene Meinung, 1 nahm die der KI</translation>
  </message>
  <message>
   <source>0 without a drift</source>
   <translation>0 ohne Drift</translation>
  </message>
  <message>
   <source>1 is rational if independent</source>
   <translation>1 ist rational, wenn unabhängig</translation>
  </message>
  <message>
   <source>AI as good as equal to the reader</source>
   <translation>KI so gut wie gleich dem Befunder</translation>
  </message>
  <message>
   <source>Accuracy of the AI alone</source>
   <translation>Genauigkeit der KI allein</translation>
  </message>
  <message>
   <source>Accuracy with AI</source>
   <translation>Genauigkeit mit KI</translation>
  </message>
  <message>
   <source>Accuracy with AI, AI right</source>
   <translation>Genauigkeit mit KI, KI richtig</translation>
  </message>
  <message>
   <source>Accuracy with AI, AI wrong</source>
   <translation>Genauigkeit mit KI, KI falsch</translation>
  </message>
  <message>
   <source>Accuracy without AI</source>
   <translation>Genauigkeit ohne KI</translation>
  </message>
  <message>
   <source>Accuracy without AI, AI right</source>
   <translation>Genauigkeit ohne KI, KI richtig</translation>
  </message>
  <message>
   <source>Accuracy without AI, AI wrong</source>
   <translation>Genauigkeit ohne KI, KI falsch</translation>
  </message>
  <message>
   <source>Active time with / without AI</source>
   <translation>Aktive Zeit mit / ohne KI</translation>
  </message>
  <message>
   <source>Active time with AI, geometric mean</source>
   <translation>Aktive Zeit mit KI, geometrisches Mittel</translation>
  </message>
  <message>
   <source>Active time without AI, geometric mean</source>
   <translation>Aktive Zeit ohne KI, geometrisches Mittel</translation>
  </message>
  <message>
   <source>Agreement with the AI, with it</source>
   <translation>Übereinstimmung mit der KI, mit ihr</translation>
  </message>
  <message>
   <source>Agreement with the AI, without it</source>
   <translation>Übereinstimmung mit der KI, ohne sie</translation>
  </message>
  <message>
   <source>Beneficial switches</source>
   <translation>Nützliche Wechsel</translation>
  </message>
  <message>
   <source>Beneficial switches, of all reads</source>
   <translation>Nützliche Wechsel, von allen Befundungen</translation>
  </message>
  <message>
   <source>Brier score of the AI</source>
   <translation>Brier-Score der KI</translation>
  </message>
  <message>
   <source>Brier score with AI</source>
   <translation>Brier-Score mit KI</translation>
  </message>
  <message>
   <source>Brier score without AI</source>
   <translation>Brier-Score ohne KI</translation>
  </message>
  <message>
   <source>Change of Brier score</source>
   <translation>Änderung des Brier-Scores</translation>
  </message>
  <message>
   <source>Change of accuracy</source>
   <translation>Änderung der Genauigkeit</translation>
  </message>
  <message>
   <source>Change of accuracy, AI right</source>
   <translation>Änderung der Genauigkeit, KI richtig</translation>
  </message>
  <message>
   <source>Change of accuracy, AI wrong</source>
   <translation>Änderung der Genauigkeit, KI falsch</translation>
  </message>
  <message>
   <source>Change of agreement with the AI</source>
   <translation>Änderung der Übereinstimmung mit der KI</translation>
  </message>
  <message>
   <source>Change of confidence</source>
   <translation>Änderung der Sicherheit</translation>
  </message>
  <message>
   <source>Change of confidence, aided call right</source>
   <translation>Änderung der Sicherheit, Urteil mit KI richtig</translation>
  </message>
  <message>
   <source>Change of confidence, aided call wrong</source>
   <translation>Änderung der Sicherheit, Urteil mit KI falsch</translation>
  </message>
  <message>
   <source>Change of sensitivity</source>
   <translation>Änderung der Sensitivität</translation>
  </message>
  <message>
   <source>Change of specificity</source>
   <translation>Änderung der Spezifität</translation>
  </message>
  <message>
   <source>Changed on reading again, with AI</source>
   <translation>Geändert bei erneuter Befundung, mit KI</translation>
  </message>
  <message>
   <source>Changed on reading again, without AI</source>
   <translation>Geändert bei erneuter Befundung, ohne KI</translation>
  </message>
  <message>
   <source>Commission and omission</source>
   <translation>Befolgen und Unterlassen</translation>
  </message>
  <message>
   <source>Commission error</source>
   <translation>Fehler durch Befolgen</translation>
  </message>
  <message>
   <source>Complementarity</source>
   <translation>Komplementarität</translation>
  </message>
  <message>
   <source>Drop of absolute error</source>
   <translation>Abnahme des absoluten Fehlers</translation>
  </message>
  <message>
   <source>Drop of absolute error, AI right</source>
   <translation>Abnahme des absoluten Fehlers, KI richtig</translation>
  </message>
  <message>
   <source>Drop of absolute error, AI wrong</source>
   <translation>Abnahme des absoluten Fehlers, KI falsch</translation>
  </message>
  <message>
   <source>Excess commission</source>
   <translation>Überschuss an Befolgen</translation>
  </message>
  <message>
   <source>Excess omission</source>
   <translation>Überschuss an Unterlassen</translation>
  </message>
  <message>
   <source>Harmful switches</source>
   <translation>Schädliche Wechsel</translation>
  </message>
  <message>
   <source>Harmful switches, of all reads</source>
   <translation>Schädliche Wechsel, von allen Befundungen</translation>
  </message>
  <message>
   <source>Idle share of the time with AI</source>
   <translation>Untätiger Anteil der Zeit mit KI</translation>
  </message>
  <message>
   <source>Idle share of the time without AI</source>
   <translation>Untätiger Anteil der Zeit ohne KI</translation>
  </message>
  <message>
   <source>Induced commission</source>
   <translation>Ausgelöstes Befolgen</translation>
  </message>
  <message>
   <source>Induced omission</source>
   <translation>Ausgelöstes Unterlassen</translation>
  </message>
  <message>
   <source>Intercept (log odds)</source>
   <translation>Achsenabschnitt (Log-Odds)</translation>
  </message>
  <message>
   <source>Kappa of repeats, with AI</source>
   <translation>Kappa der Wiederholungen, mit KI</translation>
  </message>
  <message>
   <source>Kappa of repeats, without AI</source>
   <translation>Kappa der Wiederholungen, ohne KI</translation>
  </message>
  <message>
   <source>Kappa, aided with AI</source>
   <translation>Kappa, Befunder mit KI und KI</translation>
  </message>
  <message>
   <source>Kappa, unaided with AI</source>
   <translation>Kappa, Befunder ohne KI und KI</translation>
  </message>
  <message>
   <source>Kappa, unaided with aided</source>
   <translation>Kappa, ohne KI und mit KI</translation>
  </message>
  <message>
   <source>Kept or moved away from the AI</source>
   <translation>Blieb oder rückte von der KI ab</translation>
  </message>
  <message>
   <source>Left out of the weight of advice</source>
   <translation>Beim Gewicht des Rats weggelassen</translation>
  </message>
  <message>
   <source>Median difference of time</source>
   <translation>Median des Zeitunterschieds</translation>
  </message>
  <message>
   <source>NRI, negative cases</source>
   <translation>NRI, negative Fälle</translation>
  </message>
  <message>
   <source>NRI, positive cases</source>
   <translation>NRI, positive Fälle</translation>
  </message>
  <message>
   <source>NRI, sum</source>
   <translation>NRI, Summe</translation>
  </message>
  <message>
   <source>Net reclassification</source>
   <translation>Netto-Umstufung (NRI)</translation>
  </message>
  <message>
   <source>Omission error</source>
   <translation>Fehler durch Unterlassen</translation>
  </message>
  <message>
   <source>Probabilities</source>
   <translation>Wahrscheinlichkeiten</translation>
  </message>
  <message>
   <source>Reader or AI right (best of two)</source>
   <translation>Befunder oder KI richtig (Bester von beiden)</translation>
  </message>
  <message>
   <source>Reading time with AI, geometric mean</source>
   <translation>Befundungszeit mit KI, geometrisches Mittel</translation>
  </message>
  <message>
   <source>Reading time without AI, geometric mean</source>
   <translation>Befundungszeit ohne KI, geometrisches Mittel</translation>
  </message>
  <message>
   <source>Relative AI reliance (RAIR)</source>
   <translation>Relatives Vertrauen auf die KI (RAIR)</translation>
  </message>
  <message>
   <source>Relative self-reliance (RSR)</source>
   <translation>Relatives Selbstvertrauen (RSR)</translation>
  </message>
  <message>
   <source>Reliance</source>
   <translation>Vertrauen</translation>
  </message>
  <message>
   <source>Risk of error, AI right: with / without</source>
   <translation>Fehlerrisiko, KI richtig: mit / ohne</translation>
  </message>
  <message>
   <source>Risk of error, AI wrong: with / without</source>
   <translation>Fehlerrisiko, KI falsch: mit / ohne</translation>
  </message>
  <message>
   <source>Switch rate</source>
   <translation>Wechselrate</translation>
  </message>
  <message>
   <source>Switch rate beyond repeats</source>
   <translation>Wechselrate über Wiederholungen hinaus</translation>
  </message>
  <message>
   <source>Switched away though the AI agreed</source>
   <translation>Von der KI weg gewechselt, obwohl sie übereinstimmte</translation>
  </message>
  <message>
   <source>Switched to the AI when it disagreed</source>
   <translation>Zur KI gewechselt, wenn sie widersprach</translation>
  </message>
  <message>
   <source>Switches</source>
   <translation>Wechsel</translation>
  </message>
  <message>
   <source>The same reads without AI</source>
   <translation>Dieselben Befundungen ohne KI</translation>
  </message>
  <message>
   <source>Time ratio, AI agreed with the reader</source>
   <translation>Zeitverhältnis, KI war mit dem Befunder einig</translation>
  </message>
  <message>
   <source>Time ratio, AI disagreed</source>
   <translation>Zeitverhältnis, KI widersprach</translation>
  </message>
  <message>
   <source>Time ratio, AI right</source>
   <translation>Zeitverhältnis, KI richtig</translation>
  </message>
  <message>
   <source>Time ratio, AI wrong</source>
   <translation>Zeitverhältnis, KI falsch</translation>
  </message>
  <message>
   <source>Time with / without AI</source>
   <translation>Zeit mit / ohne KI</translation>
  </message>
  <message>
   <source>Took the AI's probability or went past it</source>
   <translation>Nahm die Wahrscheinlichkeit der KI oder ging darüber hinaus</translation>
  </message>
  <message>
   <source>Weight of advice, AI right</source>
   <translation>Gewicht des Rats, KI richtig</translation>
  </message>
  <message>
   <source>Weight of advice, AI wrong</source>
   <translation>Gewicht des Rats, KI falsch</translation>
  </message>
  <message>
   <source>Weight of advice, mean within 0-1</source>
   <translation>Gewicht des Rats, Mittel innerhalb 0-1</translation>
  </message>
  <message>
   <source>Weight of advice, median</source>
   <translation>Gewicht des Rats, Median</translation>
  </message>
  <message>
   <source>Weight of own opinion (log odds)</source>
   <translation>Gewicht der eigenen Meinung (Log-Odds)</translation>
  </message>
  <message>
   <source>Weight of the AI (log odds)</source>
   <translation>Gewicht der KI (Log-Odds)</translation>
  </message>
  <message>
   <source>above 1: wrong advice harms</source>
   <translation>über 1: falscher Rat schadet</translation>
  </message>
  <message>
   <source>after clipping to 0-1</source>
   <translation>nach Begrenzung auf 0-1</translation>
  </message>
  <message>
   <source>aided accuracy - the better of reader and AI alone</source>
   <translation>Genauigkeit mit KI - der bessere von Befunder und KI allein</translation>
  </message>
  <message>
   <source>at least one was right alone</source>
   <translation>mindestens einer lag allein richtig</translation>
  </message>
  <message>
   <source>became right / reads</source>
   <translation>wurde richtig / Befundungen</translation>
  </message>
  <message>
   <source>became right / wrong without AI</source>
   <translation>wurde richtig / ohne KI falsch</translation>
  </message>
  <message>
   <source>became wrong / reads</source>
   <translation>wurde falsch / Befundungen</translation>
  </message>
  <message>
   <source>became wrong / right without AI</source>
   <translation>wurde falsch / ohne KI richtig</translation>
  </message>
  <message>
   <source>below 1 is faster</source>
   <translation>unter 1 ist schneller</translation>
  </message>
  <message>
   <source>below 1: right advice helps</source>
   <translation>unter 1: richtiger Rat hilft</translation>
  </message>
  <message>
   <source>below 1: the AI is neglected</source>
   <translation>unter 1: die KI wird vernachlässigt</translation>
  </message>
  <message>
   <source>call changed / reads</source>
   <translation>Urteil geändert / Befundungen</translation>
  </message>
  <message>
   <source>call changed / repeats</source>
   <translation>Urteil geändert / Wiederholungen</translation>
  </message>
  <message>
   <source>called negative / AI falsely negative</source>
   <translation>negativ geurteilt / KI falsch negativ</translation>
  </message>
  <message>
   <source>called positive / AI falsely positive</source>
   <translation>positiv geurteilt / KI falsch positiv</translation>
  </message>
  <message>
   <source>geometric mean of each pair's ratio</source>
   <translation>geometrisches Mittel der Verhältnisse der Paare</translation>
  </message>
  <message>
   <source>mean of each read's share</source>
   <translation>Mittel der Anteile der Befundungen</translation>
  </message>
  <message>
   <source>negative is better</source>
   <translation>negativ ist besser</translation>
  </message>
  <message>
   <source>now against AI / agreed before</source>
   <translation>nun gegen die KI / vorher einig</translation>
  </message>
  <message>
   <source>now with AI / disagreed before</source>
   <translation>nun mit der KI / vorher uneinig</translation>
  </message>
  <message>
   <source>of those right without AI</source>
   <translation>von denen, die ohne KI richtig lagen</translation>
  </message>
  <message>
   <source>on negative cases</source>
   <translation>bei negativen Fällen</translation>
  </message>
  <message>
   <source>on positive cases</source>
   <translation>bei positiven Fällen</translation>
  </message>
  <message>
   <source>pooled reads</source>
   <translation>gepoolte Befundungen</translation>
  </message>
  <message>
   <source>positive is better</source>
   <translation>positiv ist besser</translation>
  </message>
  <message>
   <source>reads where the AI was right</source>
   <translation>Befundungen, bei denen die KI richtig lag</translation>
  </message>
  <message>
   <source>reads where the AI was wrong</source>
   <translation>Befundungen, bei denen die KI falsch lag</translation>
  </message>
  <message>
   <source>right AI calls / reads</source>
   <translation>richtige Urteile der KI / Befundungen</translation>
  </message>
  <message>
   <source>right calls / reads</source>
   <translation>richtige Urteile / Befundungen</translation>
  </message>
  <message>
   <source>same call / reads</source>
   <translation>gleiches Urteil / Befundungen</translation>
  </message>
  <message>
   <source>seconds with activity</source>
   <translation>Sekunden mit Aktivität</translation>
  </message>
  <message>
   <source>seconds, with - without</source>
   <translation>Sekunden, mit - ohne</translation>
  </message>
  <message>
   <source>should not rise</source>
   <translation>sollte nicht steigen</translation>
  </message>
  <message>
   <source>should rise</source>
   <translation>sollte steigen</translation>
  </message>
  <message>
   <source>sum of the two parts</source>
   <translation>Summe der beiden Teile</translation>
  </message>
  <message>
   <source>switch rate - changed on reading again</source>
   <translation>Wechselrate - geändert bei erneuter Befundung</translation>
  </message>
  <message>
   <source>took right advice / was wrong and the AI right</source>
   <translation>nahm richtigen Rat an / lag falsch und die KI richtig</translation>
  </message>
  <message>
   <source>weight 0 or less</source>
   <translation>Gewicht 0 oder weniger</translation>
  </message>
  <message>
   <source>weight 1 or more</source>
   <translation>Gewicht 1 oder mehr</translation>
  </message>
  <message>
   <source>with - without, same reads</source>
   <translation>mit - ohne, dieselben Befundungen</translation>
  </message>
  <message>
   <source>within readers</source>
   <translation>innerhalb der Befunder</translation>
  </message>
  <message>
   <source>withstood wrong advice / was right and the AI wrong</source>
   <translation>widerstand falschem Rat / lag richtig und die KI falsch</translation>
  </message>
  <message>
   <source>A reader has too few cases to split.</source>
   <translation>Ein Befunder hat zu wenige Fälle zum Teilen.</translation>
  </message>
  <message>
   <source>Few readers: the interval is only a rough guide.</source>
   <translation>Wenige Befunder: Das Intervall ist nur ein grober Anhalt.</translation>
  </message>
  <message>
   <source>Needs at least three readers.</source>
   <translation>Braucht mindestens drei Befunder.</translation>
  </message>
  <message>
   <source>Needs at least two readers who switched.</source>
   <translation>Braucht mindestens zwei Befunder, die gewechselt haben.</translation>
  </message>
  <message>
   <source>Q takes readers as independent; they share cases, so its p is approximate.</source>
   <translation>Q nimmt Befunder als unabhängig; sie teilen sich Fälle, daher ist sein p eine Näherung.</translation>
  </message>
  <message>
   <source>The readers' skill does not differ.</source>
   <translation>Das Können der Befunder unterscheidet sich nicht.</translation>
  </message>
  <message>
   <source>{sum} readers without variation over cases are left out of Q.</source>
   <translation>{sum} Befunder ohne Schwankung über Fälle sind bei Q weggelassen.</translation>
  </message>
  <message>
   <source>All reads agree: the interval treats each case as one observation.</source>
   <translation>Alle Befundungen stimmen überein: Das Intervall behandelt jeden Fall als eine Beobachtung.</translation>
  </message>
  <message>
   <source>Few readers (df {df}): the interval is wide for that reason.</source>
   <translation>Wenige Befunder (df {df}): Deshalb ist das Intervall breit.</translation>
  </message>
  <message>
   <source>No read differs from another, so an interval cannot be estimated.</source>
   <translation>Keine Befundung unterscheidet sich von einer anderen, daher lässt sich kein Intervall schätzen.</translation>
  </message>
  <message>
   <source>No read meets the condition of this measure (its denominator is 0), so it is not defined.</source>
   <translation>Keine Befundung erfüllt die Bedingung dieses Maßes (sein Nenner ist 0), daher ist es nicht definiert.</translation>
  </message>
  <message>
   <source>Obuchowski-Rockette, random readers and cases</source>
   <translation>Obuchowski-Rockette, Befunder und Fälle zufällig</translation>
  </message>
  <message>
   <source>One reader: says nothing about other readers.</source>
   <translation>Ein Befunder: sagt nichts über andere Befunder.</translation>
  </message>
  <message>
   <source>Only one case counts, so there is no interval over cases.</source>
   <translation>Nur ein Fall zählt, daher gibt es kein Intervall über Fälle.</translation>
  </message>
  <message>
   <source>The interval was cut at the end of the measure's range.</source>
   <translation>Das Intervall wurde am Ende des Wertebereichs des Maßes abgeschnitten.</translation>
  </message>
  <message>
   <source>The variance of a finite table of influences is not finite.</source>
   <translation>Die Varianz einer endlichen Tabelle von Einflüssen ist nicht endlich.</translation>
  </message>
  <message>
   <source>Too few readers to see how they differ: the interval speaks of these readers on other cases.</source>
   <translation>Zu wenige Befunder, um zu sehen, wie sie sich unterscheiden: Das Intervall gilt für diese Befunder an anderen Fällen.</translation>
  </message>
  <message>
   <source>Wilson, over cases</source>
   <translation>Wilson, über Fälle</translation>
  </message>
  <message>
   <source>jackknife over cases</source>
   <translation>Jackknife über Fälle</translation>
  </message>
  <message>
   <source>Case {name} is positive in some rows and negative in others.</source>
   <translation>Fall {name} ist in manchen Zeilen positiv und in anderen negativ.</translation>
  </message>
  <message>
   <source>Column {name} holds values outside {low} to {high}.</source>
   <translation>Spalte {name} enthält Werte außerhalb von {low} bis {high}.</translation>
  </message>
  <message>
   <source>Keep one read for each reader, case and condition.</source>
   <translation>Eine Befundung für jeden Befunder, Fall und jede Bedingung behalten.</translation>
  </message>
  <message>
   <source>Name the column that tells the conditions apart (--condition).</source>
   <translation>Die Spalte nennen, die die Bedingungen unterscheidet (--condition).</translation>
  </message>
  <message>
   <source>No reader called the same case under {unaided} and {aided} with an AI call.</source>
   <translation>Kein Befunder hat denselben Fall unter {unaided} und {aided} mit einem Urteil der KI beurteilt.</translation>
  </message>
  <message>
   <source>Reader {readers} read case {cases} more than once under one condition.</source>
   <translation>Befunder {readers} hat Fall {cases} unter einer Bedingung mehr als einmal befundet.</translation>
  </message>
  <message>
   <source>Reader {reader} has several levels of experience: {found}.</source>
   <translation>Befunder {reader} hat mehrere Stufen der Erfahrung: {found}.</translation>
  </message>
  <message>
   <source>The table has: {names}.</source>
   <translation>Die Tabelle hat: {names}.</translation>
  </message>
  <message>
   <source>The table has: {others}.</source>
   <translation>Die Tabelle hat: {others}.</translation>
  </message>
  <message>
   <source>The {what} (column {name}) is not a probability, nor 0-100: measures that need probabilities are left out. Name the ends of its scale (--rating-range) to use them.</source>
   <translation>Keine Wahrscheinlichkeit und nicht 0-100: {what} (Spalte {name}); Maße, die Wahrscheinlichkeiten brauchen, sind weggelassen. Die Enden der Skala nennen (--rating-range), um sie zu verwenden.</translation>
  </message>
  <message>
   <source>The {what} was rescaled from {low}-{high} to a probability 0-1.</source>
   <translation>Von {low}-{high} auf eine Wahrscheinlichkeit 0-1 umgerechnet, in der Spalte {what}.</translation>
  </message>
  <message>
   <source>There is no aided condition {aided}.</source>
   <translation>Es gibt keine Bedingung mit KI namens {aided}.</translation>
  </message>
  <message>
   <source>There is no condition {unaided}.</source>
   <translation>Es gibt keine Bedingung {unaided}.</translation>
  </message>
  <message>
   <source>Uptake compares each reader's two calls on one case.</source>
   <translation>Die Übernahme vergleicht die zwei Urteile jedes Befunders zu einem Fall.</translation>
  </message>
  <message>
   <source>Uptake needs reads without and with AI, but column {column} holds only {names}.</source>
   <translation>Übernahme braucht Befundungen ohne und mit KI, aber Spalte {column} enthält nur {names}.</translation>
  </message>
  <message>
   <source>no ai</source>
   <translation>keine ki</translation>
  </message>
  <message>
   <source>reader alone</source>
   <translation>befunder allein</translation>
  </message>
  <message>
   <source>without ai</source>
   <translation>ohne ki</translation>
  </message>
  <message>
   <source>{bad} {what} times of 0 s or less are left out of the time measures.</source>
   <translation>Zeiten von 0 s oder weniger ({what}), die bei den Zeitmaßen weggelassen sind: {bad}.</translation>
  </message>
  <message>
   <source>{missing} reader-case pairs lack one of their calls and are left out.</source>
   <translation>{missing} Befunder-Fall-Paaren fehlt eines ihrer Urteile; sie sind weggelassen.</translation>
  </message>
  <message>
   <source>Keep one repeat.</source>
   <translation>Eine Wiederholung behalten.</translation>
  </message>
  <message>
   <source>Reader {who} repeated case {what} more than once under {arm}.</source>
   <translation>Befunder {who} hat Fall {what} unter {arm} mehr als einmal wiederholt.</translation>
  </message>
  <message>
   <source>Switch rate less the mean share of changed calls among repeats without and with AI.</source>
   <translation>Wechselrate minus dem mittleren Anteil geänderter Urteile bei Wiederholungen ohne und mit KI.</translation>
  </message>
  <message>
   <source>({ci} to {ci_2})</source>
   <translation>({ci} bis {ci_2})</translation>
  </message>
  <message>
   <source>A wrong reader took the AI's right advice in {found} (RAIR); a right reader withstood its wrong advice in {found_2} (RSR).</source>
   <translation>Ein Befunder, der falsch lag, nahm den richtigen Rat der KI an bei {found} (RAIR); einer, der richtig lag, widerstand ihrem falschen Rat bei {found_2} (RSR).</translation>
  </message>
  <message>
   <source>Agreement among readers (Fleiss kappa): {shown}. AI makes readers alike even where it is wrong, so more agreement is not by itself better.</source>
   <translation>Übereinstimmung der Befunder (Fleiss' Kappa): {shown}. KI macht Befunder einander ähnlich, auch wo sie falsch liegt, daher ist mehr Übereinstimmung nicht von selbst besser.</translation>
  </message>
  <message>
   <source>Beyond that, calls changed between the two conditions by {found}: {judged}.</source>
   <translation>Darüber hinaus änderten sich Urteile zwischen den beiden Bedingungen um {found}: {judged}.</translation>
  </message>
  <message>
   <source>Commission errors (AI falsely positive): {found}, an excess of {found_2} over the same reads without AI. Omission errors (AI falsely negative): {found_3}, an excess of {found_4}.</source>
   <translation>Fehler durch Befolgen (KI falsch positiv): {found}, ein Überschuss von {found_2} über dieselben Befundungen ohne KI. Fehler durch Unterlassen (KI falsch negativ): {found_3}, ein Überschuss von {found_4}.</translation>
  </message>
  <message>
   <source>Each 10 points of unaided accuracy went with {slope} points of benefit ({ci} to {ci_2}), skill and benefit taken from separate halves of the cases. {note}</source>
   <translation>Je 10 Punkte Genauigkeit ohne KI gingen mit {slope} Punkten Nutzen einher ({ci} bis {ci_2}); Können und Nutzen stammen aus getrennten Hälften der Fälle. {note}</translation>
  </message>
  <message>
   <source>On reading a case again {words} AI, readers changed their call in {found}.</source>
   <translation>Bei erneuter Befundung eines Falls {words} KI änderten Befunder ihr Urteil bei {found}.</translation>
  </message>
  <message>
   <source>On the log-odds scale the AI's weight was {found} and the reader's own {found_2}, against 1 and 1 for independent evidence: {judged}.</source>
   <translation>Auf der Skala der Log-Odds war das Gewicht der KI {found} und das eigene des Befunders {found_2}, gegenüber 1 und 1 bei unabhängiger Evidenz: {judged}.</translation>
  </message>
  <message>
   <source>Readers changed their call in {found}: {better} times for the better and {worse} times for the worse, a net of {better_2} right calls.</source>
   <translation>Befunder änderten ihr Urteil bei {found}: {better}-mal zum Besseren und {worse}-mal zum Schlechteren, netto {better_2} richtige Urteile.</translation>
  </message>
  <message>
   <source>Readers differ in what they gain: Q = {q} on {q_df} df ({written_p}), true standard deviation between readers {tau2} points.</source>
   <translation>Befunder unterscheiden sich in ihrem Gewinn: Q = {q} bei {q_df} Freiheitsgraden ({written_p}), wahre Standardabweichung zwischen Befundern {tau2} Punkte.</translation>
  </message>
  <message>
   <source>Reading time with AI was {found} times that without: {judged}.</source>
   <translation>Die Befundungszeit mit KI war das {found}-Fache der Zeit ohne: {judged}.</translation>
  </message>
  <message>
   <source>Reading time with activity, idle time left out, was {found} times that without; {found_2} of the time was idle without and {found_3} with AI.</source>
   <translation>Die Befundungszeit mit Aktivität, ohne untätige Zeit, war mit KI das {found}-Fache der Zeit ohne; untätig waren {found_2} der Zeit ohne und {found_3} mit KI.</translation>
  </message>
  <message>
   <source>The AI alone was right in {found}. Readers with AI against the better of reader and AI alone: {found_2}.</source>
   <translation>Die KI allein lag richtig bei {found}. Befunder mit KI gegen den besseren von Befunder und KI allein: {found_2}.</translation>
  </message>
  <message>
   <source>The AI was wrong on only {n_cases} cases: figures on wrong advice are imprecise.</source>
   <translation>Die KI lag nur bei {n_cases} Fällen falsch: Zahlen zu falschem Rat sind unpräzise.</translation>
  </message>
  <message>
   <source>The Brier score changed by {found}: {judged}.</source>
   <translation>Der Brier-Score änderte sich um {found}: {judged}.</translation>
  </message>
  <message>
   <source>The change of accuracy was {found}: {judged}.</source>
   <translation>Die Änderung der Genauigkeit war {found}: {judged}.</translation>
  </message>
  <message>
   <source>The median weight of advice was {found}: 0 keeps one's own probability, 1 takes the AI's.</source>
   <translation>Das mediane Gewicht des Rats war {found}: 0 behält die eigene Wahrscheinlichkeit, 1 nimmt die der KI.</translation>
  </message>
  <message>
   <source>Where the AI disagreed they went over to it in {found}; where it agreed they left it in {found_2}.</source>
   <translation>Wo die KI widersprach, gingen sie zu ihr über bei {found}; wo sie übereinstimmte, verließen sie sie bei {found_2}.</translation>
  </message>
  <message>
   <source>Where the AI was wrong, the risk of error with AI was {found} times that without: {judged}.</source>
   <translation>Wo die KI falsch lag, war das Fehlerrisiko mit KI das {found}-Fache des Risikos ohne: {judged}.</translation>
  </message>
  <message>
   <source>accuracy fell</source>
   <translation>die Genauigkeit fiel</translation>
  </message>
  <message>
   <source>accuracy rose</source>
   <translation>die Genauigkeit stieg</translation>
  </message>
  <message>
   <source>aided where the AI was wrong</source>
   <translation>mit KI, wo die KI falsch lag</translation>
  </message>
  <message>
   <source>cannot be judged without an interval</source>
   <translation>ohne Intervall nicht zu beurteilen</translation>
  </message>
  <message>
   <source>interval not estimable</source>
   <translation>Intervall nicht schätzbar</translation>
  </message>
  <message>
   <source>not defined (no such reads)</source>
   <translation>nicht definiert (keine solchen Befundungen)</translation>
  </message>
  <message>
   <source>readers changed less than they do by themselves</source>
   <translation>Befunder änderten weniger, als sie es von selbst tun</translation>
  </message>
  <message>
   <source>readers changed more than they do by themselves</source>
   <translation>Befunder änderten mehr, als sie es von selbst tun</translation>
  </message>
  <message>
   <source>readers gave the AI less weight than independent evidence deserves</source>
   <translation>Befunder gaben der KI weniger Gewicht, als unabhängige Evidenz verdient</translation>
  </message>
  <message>
   <source>readers gave the AI more weight than independent evidence deserves</source>
   <translation>Befunder gaben der KI mehr Gewicht, als unabhängige Evidenz verdient</translation>
  </message>
  <message>
   <source>reading with AI was faster</source>
   <translation>die Befundung mit KI war schneller</translation>
  </message>
  <message>
   <source>reading with AI was slower</source>
   <translation>die Befundung mit KI war langsamer</translation>
  </message>
  <message>
   <source>stated probabilities became better</source>
   <translation>die angegebenen Wahrscheinlichkeiten wurden besser</translation>
  </message>
  <message>
   <source>stated probabilities became worse</source>
   <translation>die angegebenen Wahrscheinlichkeiten wurden schlechter</translation>
  </message>
  <message>
   <source>the data do not tell whether there is a change</source>
   <translation>die Daten lassen nicht erkennen, ob sich etwas ändert</translation>
  </message>
  <message>
   <source>wrong advice harmed (automation bias)</source>
   <translation>falscher Rat schadete (Automation Bias)</translation>
  </message>
  <message>
   <source>wrong advice lowered it</source>
   <translation>falscher Rat senkte es</translation>
  </message>
  <message>
   <source>{level} % CI {low} to {high}</source>
   <translation>{level}-%-Konfidenzintervall {low} bis {high}</translation>
  </message>
  <message>
   <source>{n_readers} readers read {n_cases} cases without and with AI ({n} pairs of reads). Accuracy was {found} without and {found_2} with AI.</source>
   <translation>{n_readers} Befunder haben {n_cases} Fälle ohne und mit KI befundet ({n} Paare von Befundungen). Die Genauigkeit war {found} ohne und {found_2} mit KI.</translation>
  </message>
  <message>
   <source>{numerator} of {denominator}</source>
   <translation>{numerator} von {denominator}</translation>
  </message>
  <message>
   <source>{shown} points</source>
   <translation>{shown} Punkte</translation>
  </message>
  <message>
   <source>No read varies, so the variance of {what} is zero and there is no test.</source>
   <translation>Keine Befundung schwankt, daher ist die Varianz ({what}) null, und es gibt keinen Test.</translation>
  </message>
  <message>
   <source>The covariance of the conditions is not positive definite, so there is no global test.</source>
   <translation>Die Kovarianz der Bedingungen ist nicht positiv definit, daher gibt es keinen globalen Test.</translation>
  </message>
  <message>
   <source>The variance of {what} is not estimable (estimates {unbiased} and {biased}). If some readers lack a condition, analyse the complete readers only (--complete-readers).</source>
   <translation>Die Varianz ({what}) lässt sich nicht schätzen (Schätzungen {unbiased} und {biased}). Falls manchen Befundern eine Bedingung fehlt, nur die vollständigen Befunder analysieren (--complete-readers).</translation>
  </message>
  <message>
   <source>The variance of {what} is not estimable by U-statistics (estimate {unbiased}); the maximum-likelihood variance {biased} is used instead, which tends to be too large.</source>
   <translation>Die Varianz ({what}) lässt sich durch U-Statistiken nicht schätzen (Schätzung {unbiased}); stattdessen wird die Maximum-Likelihood-Varianz {biased} verwendet, die eher zu groß ist.</translation>
  </message>
  <message>
   <source>the difference {names} - {names_2}</source>
   <translation>der Unterschied {names} - {names_2}</translation>
  </message>
  <message>
   <source>the mean of {names}</source>
   <translation>das Mittel von {names}</translation>
  </message>
  <message>
   <source>A DICOM and PNG viewer that shows predictions of local models with explanations beside the image.</source>
   <translation>Ein Betrachter für DICOM und PNG, der Vorhersagen lokaler Modelle mit Erklärungen neben dem Bild zeigt.</translation>
  </message>
  <message>
   <source>Apache License 2.0. Built on Qt for Python (LGPL-3.0), pyqtgraph, pydicom, NumPy and PyTorch.</source>
   <translation>Apache License 2.0. Gebaut auf Qt for Python (LGPL-3.0), pyqtgraph, pydicom, NumPy und PyTorch.</translation>
  </message>
  <message>
   <source>For research use only, not for diagnosis. radviewer is no medical device; its predictions and maps may be wrong and must not guide the care of a patient.</source>
   <translation>Nur für die Forschung, nicht zur Diagnose. radviewer ist kein Medizinprodukt; seine Vorhersagen und Karten können falsch sein und dürfen die Behandlung eines Patienten nicht leiten.</translation>
  </message>
  <message>
   <source>Images and predictions stay on this computer; the program makes no connection of its own.</source>
   <translation>Bilder und Vorhersagen bleiben auf diesem Rechner; das Programm stellt von sich aus keine Verbindung her.</translation>
  </message>
  <message>
   <source>No earlier study of this patient is open.</source>
   <translation>Keine frühere Studie dieses Patienten ist geöffnet.</translation>
  </message>
  <message>
   <source>Not found any more{where}. Connect its drive, or forget the entry with Delete.</source>
   <translation>Nicht mehr gefunden{where}. Laufwerk verbinden oder den Eintrag mit Entf vergessen.</translation>
  </message>
  <message>
   <source>Prior, {interval}</source>
   <translation>Voruntersuchung, {interval}</translation>
  </message>
  <message>
   <source>This is the first case.</source>
   <translation>Das ist der erste Fall.</translation>
  </message>
  <message>
   <source>This is the last case.</source>
   <translation>Das ist der letzte Fall.</translation>
  </message>
  <message>
   <source>De-identified mode: nothing is added here, and names are hidden.</source>
   <translation>De-identifizierter Modus: hier wird nichts hinzugefügt, Namen sind verborgen.</translation>
  </message>
  <message>
   <source>Empties this list; no study is touched. Delete forgets the chosen one.</source>
   <translation>Leert diese Liste; keine Studie wird angetastet. Entf vergisst den gewählten Eintrag.</translation>
  </message>
  <message>
   <source>Forget all</source>
   <translation>Alle vergessen</translation>
  </message>
  <message>
   <source>Nothing was opened yet.</source>
   <translation>Noch nichts wurde geöffnet.</translation>
  </message>
  <message>
   <source>Recent studies</source>
   <translation>Zuletzt geöffnete Studien</translation>
  </message>
  <message>
   <source>files are missing</source>
   <translation>Dateien fehlen</translation>
  </message>
  <message>
   <source>not found{where}</source>
   <translation>nicht gefunden{where}</translation>
  </message>
  <message>
   <source>Image</source>
   <translation>Bild</translation>
  </message>
  <message>
   <source>cine {rate}/s</source>
   <translation>Cine {rate}/s</translation>
  </message>
  <message>
   <source>L {center}</source>
   <translation>Z {center}</translation>
  </message>
  <message>
   <source>absolute</source>
   <translation>absolut</translation>
  </message>
  <message>
   <source>max. = probability</source>
   <translation>Max. = Wahrscheinlichkeit</translation>
  </message>
  <message>
   <source>of image max.</source>
   <translation>vom Bildmaximum</translation>
  </message>
  <message>
   <source>Drop a study here</source>
   <translation>Studie hier ablegen</translation>
  </message>
  <message>
   <source>Files or folders of DICOM, PNG, JPEG or TIFF images. They stay on this computer.</source>
   <translation>Dateien oder Ordner mit Bildern in DICOM, PNG, JPEG oder TIFF. Sie bleiben auf diesem Rechner.</translation>
  </message>
  <message>
   <source>Nothing is open</source>
   <translation>Nichts ist geöffnet</translation>
  </message>
  <message>
   <source>Open files</source>
   <translation>Dateien öffnen</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Ordner öffnen</translation>
  </message>
  <message>
   <source>Open the sample study</source>
   <translation>Beispielstudie öffnen</translation>
  </message>
  <message>
   <source>Agreement of the maps</source>
   <translation>Übereinstimmung der Karten</translation>
  </message>
  <message>
   <source>{one} and {other} agree</source>
   <translation>{one} und {other} stimmen überein</translation>
  </message>
  <message>
   <source>{one} and {other} point elsewhere</source>
   <translation>{one} und {other} zeigen an verschiedene Stellen</translation>
  </message>
  <message>
   <source>Absolute where there is one</source>
   <translation>Absolut, wo es das gibt</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Compare maps</source>
   <translation>Karten vergleichen</translation>
  </message>
  <message>
   <source>Contour</source>
   <translation>Kontur</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Darstellung</translation>
  </message>
  <message>
   <source>Each map's maximum</source>
   <translation>Maximum jeder Karte</translation>
  </message>
  <message>
   <source>Fill</source>
   <translation>Fläche</translation>
  </message>
  <message>
   <source>Highest score</source>
   <translation>Höchster Wert</translation>
  </message>
  <message>
   <source>Label</source>
   <translation>Label</translation>
  </message>
  <message>
   <source>Methods</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Model's own grid</source>
   <translation>Raster des Modells</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Keine</translation>
  </message>
  <message>
   <source>Opacity</source>
   <translation>Deckkraft</translation>
  </message>
  <message>
   <source>Probability</source>
   <translation>Wahrscheinlichkeit</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Skala</translation>
  </message>
  <message>
   <source>Second model</source>
   <translation>Zweites Modell</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>Schwelle</translation>
  </message>
  <message>
   <source>slow</source>
   <translation>langsam</translation>
  </message>
  <message>
   <source>some seconds</source>
   <translation>einige Sekunden</translation>
  </message>
  <message>
   <source>Agreement</source>
   <translation>Übereinstimmung</translation>
  </message>
  <message>
   <source>Cancelled.</source>
   <translation>Abgebrochen.</translation>
  </message>
  <message>
   <source>Choose at least one model and one method.</source>
   <translation>Mindestens ein Modell und ein Verfahren wählen.</translation>
  </message>
  <message>
   <source>IoU of the strongest tenth of the image for every two maps; unrelated maps have about 0.05.</source>
   <translation>IoU des stärksten Zehntels des Bildes für je zwei Karten; unabhängige Karten haben etwa 0,05.</translation>
  </message>
  <message>
   <source>Open an image first.</source>
   <translation>Zuerst ein Bild öffnen.</translation>
  </message>
  <message>
   <source>Original</source>
   <translation>Original</translation>
  </message>
  <message>
   <source>The models explain different labels; their maps need not agree.</source>
   <translation>Die Modelle erklären verschiedene Label; ihre Karten müssen nicht übereinstimmen.</translation>
  </message>
  <message>
   <source>Boxes or a mask (*.csv *.json *.png *.tif *.nii *.gz *.dcm)</source>
   <translation>Kästen oder eine Maske (*.csv *.json *.png *.tif *.nii *.gz *.dcm)</translation>
  </message>
  <message>
   <source>Open a folder of masks</source>
   <translation>Ordner mit Masken öffnen</translation>
  </message>
  <message>
   <source>Open known evidence</source>
   <translation>Bekannten Nachweis öffnen</translation>
  </message>
  <message>
   <source>There is no map to check on this image.</source>
   <translation>Auf diesem Bild ist keine Karte zu prüfen.</translation>
  </message>
  <message>
   <source>Trust cards now look at the evidence in {name}.</source>
   <translation>Vertrauenskarten beziehen nun den Nachweis in {name} ein.</translation>
  </message>
  <message>
   <source>A DICOM object names the patient, which de-identified mode forbids.</source>
   <translation>Ein DICOM-Objekt nennt den Patienten, was der de-identifizierte Modus verbietet.</translation>
  </message>
  <message>
   <source>DICOM secondary capture</source>
   <translation>DICOM Secondary Capture</translation>
  </message>
  <message>
   <source>DICOM segmentation, fractional</source>
   <translation>DICOM-Segmentierung, fraktional</translation>
  </message>
  <message>
   <source>Export this map</source>
   <translation>Diese Karte exportieren</translation>
  </message>
  <message>
   <source>Image with map, PNG</source>
   <translation>Bild mit Karte, PNG</translation>
  </message>
  <message>
   <source>The map was saved as {name}.</source>
   <translation>Die Karte wurde als {name} gespeichert.</translation>
  </message>
  <message>
   <source>The map's image is no longer on the screen.</source>
   <translation>Das Bild der Karte ist nicht mehr auf dem Bildschirm.</translation>
  </message>
  <message>
   <source>There is no map to export on this image.</source>
   <translation>Auf diesem Bild ist keine Karte zu exportieren.</translation>
  </message>
  <message>
   <source>Values, NIfTI</source>
   <translation>Werte, NIfTI</translation>
  </message>
  <message>
   <source>Values, NumPy</source>
   <translation>Werte, NumPy</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Prüfen</translation>
  </message>
  <message>
   <source>Details of the trust card</source>
   <translation>Einzelheiten der Vertrauenskarte</translation>
  </message>
  <message>
   <source>Trust</source>
   <translation>Vertrauen</translation>
  </message>
  <message>
   <source>What was checked, and what came out</source>
   <translation>Was geprüft wurde und was herauskam</translation>
  </message>
  <message>
   <source>could not be checked</source>
   <translation>konnte nicht geprüft werden</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>nicht bestanden</translation>
  </message>
  <message>
   <source>not checked</source>
   <translation>nicht geprüft</translation>
  </message>
  <message>
   <source>passed</source>
   <translation>bestanden</translation>
  </message>
  <message>
   <source>Deletion and insertion curves</source>
   <translation>Kurven von Löschen und Einfügen</translation>
  </message>
  <message>
   <source>deletion</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>insertion</source>
   <translation>Einfügen</translation>
  </message>
  <message>
   <source>probability over pixels</source>
   <translation>Wahrscheinlichkeit über Pixel</translation>
  </message>
  <message>
   <source>All panes</source>
   <translation>Alle Bildfelder</translation>
  </message>
  <message>
   <source>As</source>
   <translation>Als</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Corner texts, letters and scale bar</source>
   <translation>Ecktexte, Buchstaben und Maßstab</translation>
  </message>
  <message>
   <source>Export the view</source>
   <translation>Ansicht exportieren</translation>
  </message>
  <message>
   <source>Leave out what identifies the patient</source>
   <translation>Weglassen, was den Patienten identifiziert</translation>
  </message>
  <message>
   <source>Maps</source>
   <translation>Karten</translation>
  </message>
  <message>
   <source>Measurements and annotations</source>
   <translation>Messungen und Anmerkungen</translation>
  </message>
  <message>
   <source>Print...</source>
   <translation>Drucken...</translation>
  </message>
  <message>
   <source>Save...</source>
   <translation>Speichern...</translation>
  </message>
  <message>
   <source>Saved as {name}.</source>
   <translation>Gespeichert als {name}.</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <source>The chosen pane</source>
   <translation>Das gewählte Bildfeld</translation>
  </message>
  <message>
   <source>The picture is on the clipboard.</source>
   <translation>Das Bild ist in der Zwischenablage.</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Was</translation>
  </message>
  <message>
   <source>{factor} x the screen</source>
   <translation>{factor} x Bildschirm</translation>
  </message>
  <message>
   <source>A colour image has no grey values.</source>
   <translation>Ein Farbbild hat keine Grauwerte.</translation>
  </message>
  <message>
   <source>Export the view as a picture instead.</source>
   <translation>Stattdessen die Ansicht als Bild exportieren.</translation>
  </message>
  <message>
   <source>Research use only, not for diagnosis</source>
   <translation>Nur für die Forschung, nicht zur Diagnose</translation>
  </message>
  <message>
   <source>Export a picture, or switch the mode off.</source>
   <translation>Ein Bild exportieren oder den Modus ausschalten.</translation>
  </message>
  <message>
   <source>Open a study first.</source>
   <translation>Zuerst eine Studie öffnen.</translation>
  </message>
  <message>
   <source>There is no image to export.</source>
   <translation>Es gibt kein Bild zu exportieren.</translation>
  </message>
  <message>
   <source>Choose a smaller size.</source>
   <translation>Eine kleinere Größe wählen.</translation>
  </message>
  <message>
   <source>The picture would be too large.</source>
   <translation>Das Bild würde zu groß.</translation>
  </message>
  <message>
   <source>Export the view as PDF instead.</source>
   <translation>Stattdessen die Ansicht als PDF exportieren.</translation>
  </message>
  <message>
   <source>There is no printer.</source>
   <translation>Es gibt keinen Drucker.</translation>
  </message>
  <message>
   <source>About radviewer</source>
   <translation>Über radviewer</translation>
  </message>
  <message>
   <source>Save a report for support</source>
   <translation>Bericht für den Support speichern</translation>
  </message>
  <message>
   <source>Decoded images</source>
   <translation>Dekodierte Bilder</translation>
  </message>
  <message>
   <source>{count} of {total} images of this series are decoded</source>
   <translation>{count} von {total} Bildern dieser Serie sind dekodiert</translation>
  </message>
  <message>
   <source>Remarks on this image</source>
   <translation>Bemerkungen zu diesem Bild</translation>
  </message>
  <message>
   <source>A report without identifiers was written to {path}</source>
   <translation>Ein Bericht ohne Identifikatoren wurde geschrieben nach {path}</translation>
  </message>
  <message>
   <source>Hanging rules</source>
   <translation>Hängeprotokolle</translation>
  </message>
  <message>
   <source>No hanging rule fits this study.</source>
   <translation>Kein Hängeprotokoll passt zu dieser Studie.</translation>
  </message>
  <message>
   <source>The first rule that fits a study is used.</source>
   <translation>Das erste Protokoll, das zu einer Studie passt, wird verwendet.</translation>
  </message>
  <message>
   <source>Your own rules go before these, in the file:</source>
   <translation>Eigene Protokolle gehen vor diesen, in der Datei:</translation>
  </message>
  <message>
   <source>Rows and columns of panes</source>
   <translation>Zeilen und Spalten von Bildfeldern</translation>
  </message>
  <message>
   <source>There is only one screen.</source>
   <translation>Es gibt nur einen Bildschirm.</translation>
  </message>
  <message>
   <source>No images were found there.</source>
   <translation>Dort wurden keine Bilder gefunden.</translation>
  </message>
  <message>
   <source>{count} images open</source>
   <translation>{count} Bilder geöffnet</translation>
  </message>
  <message>
   <source>Corner text</source>
   <translation>Ecktext</translation>
  </message>
  <message>
   <source>De-identified mode hides who and when, whatever is chosen here.</source>
   <translation>Der de-identifizierte Modus verbirgt Wer und Wann, was auch immer hier gewählt ist.</translation>
  </message>
  <message>
   <source>Image and view</source>
   <translation>Bild und Ansicht</translation>
  </message>
  <message>
   <source>Image size</source>
   <translation>Bildgröße</translation>
  </message>
  <message>
   <source>Modality and body part</source>
   <translation>Modalität und Körperregion</translation>
  </message>
  <message>
   <source>Patient ID</source>
   <translation>Patienten-ID</translation>
  </message>
  <message>
   <source>Patient's name</source>
   <translation>Name des Patienten</translation>
  </message>
  <message>
   <source>Pixel spacing and its source</source>
   <translation>Pixelabstand und seine Herkunft</translation>
  </message>
  <message>
   <source>Place in the series</source>
   <translation>Platz in der Serie</translation>
  </message>
  <message>
   <source>Series description</source>
   <translation>Serienbeschreibung</translation>
  </message>
  <message>
   <source>Slice position</source>
   <translation>Schichtposition</translation>
  </message>
  <message>
   <source>Study date</source>
   <translation>Studiendatum</translation>
  </message>
  <message>
   <source>Study description</source>
   <translation>Studienbeschreibung</translation>
  </message>
  <message>
   <source>Value under the cursor</source>
   <translation>Wert unter dem Zeiger</translation>
  </message>
  <message>
   <source>Who and when</source>
   <translation>Wer und Wann</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Fenster</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <source>Calibrate</source>
   <translation>Kalibrieren</translation>
  </message>
  <message>
   <source>Export measurements</source>
   <translation>Messungen exportieren</translation>
  </message>
  <message>
   <source>Measurements were written.</source>
   <translation>Die Messungen wurden geschrieben.</translation>
  </message>
  <message>
   <source>No image is marked as a key image; K marks one.</source>
   <translation>Kein Bild ist als Schlüsselbild markiert; K markiert eines.</translation>
  </message>
  <message>
   <source>True length of the selected distance, in mm:</source>
   <translation>Wahre Länge der gewählten Distanz in mm:</translation>
  </message>
  <message>
   <source>Histogram</source>
   <translation>Histogramm</translation>
  </message>
  <message>
   <source>Of the region: {name}</source>
   <translation>Der Region: {name}</translation>
  </message>
  <message>
   <source>Of the whole image</source>
   <translation>Des ganzen Bildes</translation>
  </message>
  <message>
   <source>Open a grey image to see its histogram.</source>
   <translation>Ein Graubild öffnen, um sein Histogramm zu sehen.</translation>
  </message>
  <message>
   <source>Measurements</source>
   <translation>Messungen</translation>
  </message>
  <message>
   <source>Series</source>
   <translation>Serie</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Export...</source>
   <translation>Exportieren...</translation>
  </message>
  <message>
   <source>Key image</source>
   <translation>Schlüsselbild</translation>
  </message>
  <message>
   <source>Measurement</source>
   <translation>Messung</translation>
  </message>
  <message>
   <source>Nothing is measured yet. D measures a distance, E an ellipse, A an angle; K marks a key image.</source>
   <translation>Noch ist nichts gemessen. D misst eine Distanz, E eine Ellipse, A einen Winkel; K markiert ein Schlüsselbild.</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>This region has no values to spread: it is of one value, of padding, or in colour.</source>
   <translation>Diese Region hat keine Werteverteilung: Sie ist einheitlich, aufgefüllt (Padding) oder farbig.</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <source>Add the window shown</source>
   <translation>Gezeigtes Fenster hinzufügen</translation>
  </message>
  <message>
   <source>As at first</source>
   <translation>Wie zu Beginn</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Zentrum</translation>
  </message>
  <message>
   <source>Modality</source>
   <translation>Modalität</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Row {row}: a window needs a name, a level, and a width of at least 1.</source>
   <translation>Zeile {row}: Ein Fenster braucht einen Namen, ein Zentrum und eine Weite von mindestens 1.</translation>
  </message>
  <message>
   <source>The keys 1 to 8 take the windows of the image first, then these.</source>
   <translation>Die Tasten 1 bis 8 nehmen zuerst die Fenster des Bildes, dann diese.</translation>
  </message>
  <message>
   <source>Width</source>
   <translation>Weite</translation>
  </message>
  <message>
   <source>Window presets</source>
   <translation>Fenstervoreinstellungen</translation>
  </message>
  <message>
   <source>Windows</source>
   <translation>Fenster</translation>
  </message>
  <message>
   <source>Words of the figure</source>
   <translation>Worte zur Figur</translation>
  </message>
  <message>
   <source>Words, then Enter</source>
   <translation>Worte, dann Eingabe</translation>
  </message>
  <message>
   <source>AI</source>
   <translation>KI</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>Anordnung</translation>
  </message>
  <message>
   <source>Number of panes</source>
   <translation>Zahl der Bildfelder</translation>
  </message>
  <message>
   <source>Predictions and overlays</source>
   <translation>Vorhersagen und Overlays</translation>
  </message>
  <message>
   <source>Tools</source>
   <translation>Werkzeuge</translation>
  </message>
  <message>
   <source>W/L</source>
   <translation>W/Z</translation>
  </message>
  <message>
   <source>Windows and presets</source>
   <translation>Fenster und Voreinstellungen</translation>
  </message>
  <message>
   <source>hold {key}</source>
   <translation>{key} halten</translation>
  </message>
  <message>
   <source>{key} twice</source>
   <translation>{key} zweimal</translation>
  </message>
  <message>
   <source>Cancelled. Press Predict to run the model again.</source>
   <translation>Abgebrochen. Vorhersagen drücken, um das Modell erneut anzuwenden.</translation>
  </message>
  <message>
   <source>No model pack is installed: radviewer models install FOLDER</source>
   <translation>Kein Modellpaket ist installiert: radviewer models install ORDNER</translation>
  </message>
  <message>
   <source>Open an image to see what a model finds in it.</source>
   <translation>Ein Bild öffnen, um zu sehen, was ein Modell darin findet.</translation>
  </message>
  <message>
   <source>Predicting...</source>
   <translation>Vorhersage läuft...</translation>
  </message>
  <message>
   <source>Press Predict to run the model on this image.</source>
   <translation>Vorhersagen drücken, um das Modell auf dieses Bild anzuwenden.</translation>
  </message>
  <message>
   <source>There is no image to predict.</source>
   <translation>Es gibt kein Bild vorherzusagen.</translation>
  </message>
  <message>
   <source>{count} model packs cannot be used.</source>
   <translation>{count} Modellpakete können nicht verwendet werden.</translation>
  </message>
  <message>
   <source>Compare two models</source>
   <translation>Zwei Modelle vergleichen</translation>
  </message>
  <message>
   <source>Difference (second minus first)</source>
   <translation>Differenz (zweites minus erstes)</translation>
  </message>
  <message>
   <source>First model</source>
   <translation>Erstes Modell</translation>
  </message>
  <message>
   <source>Map of</source>
   <translation>Karte von</translation>
  </message>
  <message>
   <source>Research use only, not for diagnosis.</source>
   <translation>Nur für die Forschung, nicht zur Diagnose.</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Werte</translation>
  </message>
  <message>
   <source>each model's highest score</source>
   <translation>höchster Wert jedes Modells</translation>
  </message>
  <message>
   <source>only one reaches its operating point</source>
   <translation>nur eines erreicht seinen Arbeitspunkt</translation>
  </message>
  <message>
   <source>No map: the input gate refused this image</source>
   <translation>Keine Karte: Die Eingangsprüfung hat dieses Bild abgelehnt</translation>
  </message>
  <message>
   <source>Open an image to compare models on it.</source>
   <translation>Ein Bild öffnen, um Modelle daran zu vergleichen.</translation>
  </message>
  <message>
   <source>This model has no such label</source>
   <translation>Dieses Modell hat kein solches Label</translation>
  </message>
  <message>
   <source>Checking {name} and its golden cases...</source>
   <translation>{name} und seine Referenzfälle werden geprüft...</translation>
  </message>
  <message>
   <source>Checking {name}...</source>
   <translation>{name} wird geprüft...</translation>
  </message>
  <message>
   <source>Drop the folder or zip of a pack here to add it.</source>
   <translation>Ordner oder Zip eines Pakets hier ablegen, um es hinzuzufügen.</translation>
  </message>
  <message>
   <source>Reading the packs...</source>
   <translation>Die Pakete werden gelesen...</translation>
  </message>
  <message>
   <source>Removing {name}...</source>
   <translation>{name} wird entfernt...</translation>
  </message>
  <message>
   <source>{model} was checked and added.</source>
   <translation>{model} wurde geprüft und hinzugefügt.</translation>
  </message>
  <message>
   <source>{name} was removed.</source>
   <translation>{name} wurde entfernt.</translation>
  </message>
  <message>
   <source>About this model</source>
   <translation>Über dieses Modell</translation>
  </message>
  <message>
   <source>Add a folder...</source>
   <translation>Ordner hinzufügen...</translation>
  </message>
  <message>
   <source>Add a zip...</source>
   <translation>Zip hinzufügen...</translation>
  </message>
  <message>
   <source>Checks every file's checksum, and that the golden cases give the author's scores.</source>
   <translation>Prüft die Prüfsumme jeder Datei, und dass die Referenzfälle die Werte des Autors ergeben.</translation>
  </message>
  <message>
   <source>Folder of a model pack</source>
   <translation>Ordner eines Modellpakets</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>Press again to delete {folder}.</source>
   <translation>Noch einmal drücken, um {folder} zu löschen.</translation>
  </message>
  <message>
   <source>Really remove</source>
   <translation>Wirklich entfernen</translation>
  </message>
  <message>
   <source>Remove...</source>
   <translation>Entfernen...</translation>
  </message>
  <message>
   <source>Use this model</source>
   <translation>Dieses Modell verwenden</translation>
  </message>
  <message>
   <source>Zip archive of a model pack</source>
   <translation>Zip-Archiv eines Modellpakets</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>in Gebrauch</translation>
  </message>
  <message>
   <source>refused</source>
   <translation>abgelehnt</translation>
  </message>
  <message>
   <source>Open a series of slices first; planes are cut through the one on the screen.</source>
   <translation>Zuerst eine Schichtserie öffnen; Ebenen werden durch die gezeigte Serie gelegt.</translation>
  </message>
  <message>
   <source>Axial</source>
   <translation>Axial</translation>
  </message>
  <message>
   <source>Coronal</source>
   <translation>Koronar</translation>
  </message>
  <message>
   <source>Oblique</source>
   <translation>Schräg</translation>
  </message>
  <message>
   <source>Sagittal</source>
   <translation>Sagittal</translation>
  </message>
  <message>
   <source>drag to turn</source>
   <translation>ziehen zum Drehen</translation>
  </message>
  <message>
   <source>turned</source>
   <translation>gedreht</translation>
  </message>
  <message>
   <source>Decoding slices</source>
   <translation>Schichten werden dekodiert</translation>
  </message>
  <message>
   <source>Decoding slices: {done} of {total}</source>
   <translation>Schichten werden dekodiert: {done} von {total}</translation>
  </message>
  <message>
   <source>Multiplanar reformat</source>
   <translation>Multiplanare Reformation</translation>
  </message>
  <message>
   <source>{count} remarks on this volume.</source>
   <translation>{count} Bemerkungen zu diesem Volumen.</translation>
  </message>
  <message>
   <source>As acquired</source>
   <translation>Wie aufgenommen</translation>
  </message>
  <message>
   <source>Auto</source>
   <translation>Automatisch</translation>
  </message>
  <message>
   <source>Invert</source>
   <translation>Invertieren</translation>
  </message>
  <message>
   <source>Left drag</source>
   <translation>Linkes Ziehen</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Linien</translation>
  </message>
  <message>
   <source>Mean</source>
   <translation>Mittelwert</translation>
  </message>
  <message>
   <source>Move planes</source>
   <translation>Ebenen bewegen</translation>
  </message>
  <message>
   <source>Patient's axes</source>
   <translation>Achsen des Patienten</translation>
  </message>
  <message>
   <source>Planes</source>
   <translation>Ebenen</translation>
  </message>
  <message>
   <source>Planes along the slices as they were acquired, or along the patient's axes</source>
   <translation>Ebenen entlang der aufgenommenen Schichten oder entlang der Achsen des Patienten</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Slab</source>
   <translation>Dicke Schicht</translation>
  </message>
  <message>
   <source>Slab thickness</source>
   <translation>Schichtdicke</translation>
  </message>
  <message>
   <source>Thickness of the slab</source>
   <translation>Dicke der Schicht</translation>
  </message>
  <message>
   <source>Thin</source>
   <translation>Dünn</translation>
  </message>
  <message>
   <source>What a left drag does beside the lines</source>
   <translation>Was linkes Ziehen neben den Linien bewirkt</translation>
  </message>
  <message>
   <source>Window/level</source>
   <translation>Fensterung</translation>
  </message>
  <message>
   <source>I understand</source>
   <translation>Verstanden</translation>
  </message>
  <message>
   <source>Actions</source>
   <translation>Aktionen</translation>
  </message>
  <message>
   <source>Find any action</source>
   <translation>Beliebige Aktion finden</translation>
  </message>
  <message>
   <source>What do you want to do?</source>
   <translation>Was möchten Sie tun?</translation>
  </message>
  <message>
   <source>No study is open.
Drop files or folders anywhere in the window.</source>
   <translation>Keine Studie ist geöffnet.
Dateien oder Ordner irgendwo im Fenster ablegen.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Offen</translation>
  </message>
  <message>
   <source>Predict this study...</source>
   <translation>Diese Studie vorhersagen...</translation>
  </message>
  <message>
   <source>Recent</source>
   <translation>Zuletzt</translation>
  </message>
  <message>
   <source>Search studies</source>
   <translation>Studien suchen</translation>
  </message>
  <message>
   <source>Show beside the image</source>
   <translation>Neben dem Bild zeigen</translation>
  </message>
  <message>
   <source>Show this series</source>
   <translation>Diese Serie zeigen</translation>
  </message>
  <message>
   <source>Show this study</source>
   <translation>Diese Studie zeigen</translation>
  </message>
  <message>
   <source>Sort and filter</source>
   <translation>Sortieren und filtern</translation>
  </message>
  <message>
   <source>Studies</source>
   <translation>Studien</translation>
  </message>
  <message>
   <source>prior</source>
   <translation>früher</translation>
  </message>
  <message>
   <source>{count} more studies: narrow the search, or open the worklist (F8).</source>
   <translation>{count} weitere Studien: die Suche eingrenzen oder die Arbeitsliste öffnen (F8).</translation>
  </message>
  <message>
   <source>Any modality</source>
   <translation>Beliebige Modalität</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Datum</translation>
  </message>
  <message>
   <source>Sort</source>
   <translation>Sortierung</translation>
  </message>
  <message>
   <source>Sort by</source>
   <translation>Sortieren nach</translation>
  </message>
  <message>
   <source>No patient name</source>
   <translation>Kein Patientenname</translation>
  </message>
  <message>
   <source>Patient {number}</source>
   <translation>Patient {number}</translation>
  </message>
  <message>
   <source>series {number}</source>
   <translation>Serie {number}</translation>
  </message>
  <message>
   <source>Each image shown</source>
   <translation>Jedes gezeigte Bild</translation>
  </message>
  <message>
   <source>Findings</source>
   <translation>Befunde</translation>
  </message>
  <message>
   <source>No model</source>
   <translation>Kein Modell</translation>
  </message>
  <message>
   <source>Predict</source>
   <translation>Vorhersagen</translation>
  </message>
  <message>
   <source>Predict each image shown</source>
   <translation>Jedes gezeigte Bild vorhersagen</translation>
  </message>
  <message>
   <source>Predict every image as soon as it is shown</source>
   <translation>Jedes Bild vorhersagen, sobald es gezeigt wird</translation>
  </message>
  <message>
   <source>Legend of the colour map</source>
   <translation>Legende der Farbtabelle</translation>
  </message>
  <message>
   <source>absolute: same in every case</source>
   <translation>absolut: gleich in jedem Fall</translation>
  </message>
  <message>
   <source>maximum = probability</source>
   <translation>Maximum = Wahrscheinlichkeit</translation>
  </message>
  <message>
   <source>of this image's maximum</source>
   <translation>vom Maximum dieses Bildes</translation>
  </message>
  <message>
   <source>A map appears when the image has been predicted.</source>
   <translation>Eine Karte erscheint, sobald das Bild vorhergesagt ist.</translation>
  </message>
  <message>
   <source>Absolute</source>
   <translation>Absolut</translation>
  </message>
  <message>
   <source>By area</source>
   <translation>Nach Fläche</translation>
  </message>
  <message>
   <source>By value</source>
   <translation>Nach Wert</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Farben</translation>
  </message>
  <message>
   <source>Image maximum</source>
   <translation>Maximum des Bildes</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Netzschicht</translation>
  </message>
  <message>
   <source>Make this map</source>
   <translation>Diese Karte berechnen</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <source>Only class activation maps weigh a layer.</source>
   <translation>Nur Klassenaktivierungskarten gewichten eine Netzschicht.</translation>
  </message>
  <message>
   <source>Overlay</source>
   <translation>Overlay</translation>
  </message>
  <message>
   <source>Show  (G)</source>
   <translation>Zeigen  (G)</translation>
  </message>
  <message>
   <source>The model pack has no reference for this method; the map is on its own maximum.</source>
   <translation>Das Modellpaket hat keine Referenz für dieses Verfahren; die Karte bezieht sich auf ihr eigenes Maximum.</translation>
  </message>
  <message>
   <source>The model's own</source>
   <translation>Die des Modells</translation>
  </message>
  <message>
   <source>There is no {method} map of this label yet.</source>
   <translation>Es gibt noch keine {method}-Karte dieses Labels.</translation>
  </message>
  <message>
   <source>Click for this label's map.</source>
   <translation>Klicken zeigt die Karte dieses Labels.</translation>
  </message>
  <message>
   <source>{name}, probability {value}</source>
   <translation>{name}, Wahrscheinlichkeit {value}</translation>
  </message>
  <message>
   <source>AI score {score}</source>
   <translation>KI-Wert {score}</translation>
  </message>
  <message>
   <source>AI's boxes</source>
   <translation>Kästen der KI</translation>
  </message>
  <message>
   <source>AI: negative</source>
   <translation>KI: negativ</translation>
  </message>
  <message>
   <source>AI: positive</source>
   <translation>KI: positiv</translation>
  </message>
  <message>
   <source>Contour   C</source>
   <translation>Kontur   C</translation>
  </message>
  <message>
   <source>Heat map</source>
   <translation>Wärmekarte</translation>
  </message>
  <message>
   <source>Opacity of the overlay</source>
   <translation>Deckkraft des Overlays</translation>
  </message>
  <message>
   <source>Show the AI   A</source>
   <translation>KI zeigen   A</translation>
  </message>
  <message>
   <source>The AI marks nothing here.</source>
   <translation>Die KI markiert hier nichts.</translation>
  </message>
  <message>
   <source>The AI says nothing about this case.</source>
   <translation>Die KI sagt nichts zu diesem Fall.</translation>
  </message>
  <message>
   <source>AI: hidden until you lock your call.</source>
   <translation>KI: verborgen, bis Sie Ihr Urteil festlegen.</translation>
  </message>
  <message>
   <source>An image of this case cannot be shown. Tell the study's administrator; your calls so far are saved.</source>
   <translation>Ein Bild dieses Falls kann nicht gezeigt werden. Bitte die Studienleitung verständigen; Ihre bisherigen Urteile sind gespeichert.</translation>
  </message>
  <message>
   <source>Practice. The truth: {truth}{label}.</source>
   <translation>Übung. Die Wahrheit: {truth}{label}.</translation>
  </message>
  <message>
   <source>The AI is shown when you ask for it.</source>
   <translation>Die KI wird gezeigt, wenn Sie danach fragen.</translation>
  </message>
  <message>
   <source>The image is not on the screen yet.</source>
   <translation>Das Bild ist noch nicht auf dem Bildschirm.</translation>
  </message>
  <message>
   <source>Your call was right.</source>
   <translation>Ihr Urteil war richtig.</translation>
  </message>
  <message>
   <source>Your call was wrong.</source>
   <translation>Ihr Urteil war falsch.</translation>
  </message>
  <message>
   <source>negative</source>
   <translation>negativ</translation>
  </message>
  <message>
   <source>positive</source>
   <translation>positiv</translation>
  </message>
  <message>
   <source>Follows from the rating: yes from {threshold}</source>
   <translation>Folgt aus der Bewertung: ja ab {threshold}</translation>
  </message>
  <message>
   <source>No   N</source>
   <translation>Nein   N</translation>
  </message>
  <message>
   <source>Yes   Y</source>
   <translation>Ja   Y</translation>
  </message>
  <message>
   <source> (sitting {sitting})</source>
   <translation> (Sitzung {sitting})</translation>
  </message>
  <message>
   <source>, corrected</source>
   <translation>, korrigiert</translation>
  </message>
  <message>
   <source>A correction needs a reason.</source>
   <translation>Eine Korrektur braucht einen Grund.</translation>
  </message>
  <message>
   <source>An image of this case cannot be shown. Tell the study's administrator.</source>
   <translation>Ein Bild dieses Falls lässt sich nicht zeigen. Sagen Sie es der Studienleitung.</translation>
  </message>
  <message>
   <source>Back   Esc</source>
   <translation>Zurück   Esc</translation>
  </message>
  <message>
   <source>Case {number}, {what}, {time}</source>
   <translation>Fall {number}, {what}, {time}</translation>
  </message>
  <message>
   <source>Correct an earlier call</source>
   <translation>Früheres Urteil korrigieren</translation>
  </message>
  <message>
   <source>Reason of the correction</source>
   <translation>Grund der Korrektur</translation>
  </message>
  <message>
   <source>Save the correction   Enter</source>
   <translation>Korrektur speichern   Eingabe</translation>
  </message>
  <message>
   <source>The AI has been shown since. A correction is kept and marked, but the call that was locked counts.</source>
   <translation>Die KI ist seither gezeigt worden. Eine Korrektur wird behalten und gekennzeichnet, es zählt aber das festgelegte Urteil.</translation>
  </message>
  <message>
   <source>The correction is saved. The earlier call is kept beside it.</source>
   <translation>Die Korrektur ist gespeichert. Das frühere Urteil bleibt daneben erhalten.</translation>
  </message>
  <message>
   <source>What was wrong, in a few words</source>
   <translation>Was falsch war, in wenigen Worten</translation>
  </message>
  <message>
   <source>What you answered is sealed and cannot be shown. Choose a call, and answer all questions anew.</source>
   <translation>Was Sie geantwortet haben, ist versiegelt und lässt sich nicht zeigen. Wählen Sie ein Urteil, und beantworten Sie alle Fragen neu.</translation>
  </message>
  <message>
   <source>Your earlier calls</source>
   <translation>Ihre früheren Urteile</translation>
  </message>
  <message>
   <source>call with AI</source>
   <translation>Urteil mit KI</translation>
  </message>
  <message>
   <source>call without AI</source>
   <translation>Urteil ohne KI</translation>
  </message>
  <message>
   <source>last call, with AI</source>
   <translation>letztes Urteil, mit KI</translation>
  </message>
  <message>
   <source>unaided call</source>
   <translation>Urteil ohne Hilfe</translation>
  </message>
  <message>
   <source>Making the demonstration study, with SIMULATED readers ...</source>
   <translation>Die Demonstrationsstudie mit SIMULIERTEN Befundern wird erstellt ...</translation>
  </message>
  <message>
   <source>1 mark</source>
   <translation>1 Markierung</translation>
  </message>
  <message>
   <source>At most {count} characters</source>
   <translation>Höchstens {count} Zeichen</translation>
  </message>
  <message>
   <source>At most {count} marks</source>
   <translation>Höchstens {count} Markierungen</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Leeren</translation>
  </message>
  <message>
   <source>Click on the image, or arrows and K. On a mark: takes it away.</source>
   <translation>Auf das Bild klicken, oder Pfeiltasten und K. Auf einer Markierung: nimmt sie weg.</translation>
  </message>
  <message>
   <source>No mark</source>
   <translation>Keine Markierung</translation>
  </message>
  <message>
   <source>no answer yet</source>
   <translation>noch keine Antwort</translation>
  </message>
  <message>
   <source>nothing marked</source>
   <translation>nichts markiert</translation>
  </message>
  <message>
   <source>{count} marks</source>
   <translation>{count} Markierungen</translation>
  </message>
  <message>
   <source>Ctrl+1 to 8 presets, Ctrl+0 auto, I invert, Alt+arrows window. = fit, O 1:1, + - zoom, Ctrl+arrows pan.</source>
   <translation>Strg+1 bis 8 Voreinstellungen, Strg+0 automatisch, I invertieren, Alt+Pfeile Fensterung. = einpassen, O 1:1, + - Zoom, Strg+Pfeile verschieben.</translation>
  </message>
  <message>
   <source>Digits rate. Tab goes to the next question. Y and N answer yes or no. Backspace takes an answer back.</source>
   <translation>Ziffern bewerten. Tab geht zur nächsten Frage. Y und N antworten ja oder nein. Rücktaste nimmt eine Antwort zurück.</translation>
  </message>
  <message>
   <source>Enter locks or saves. P pauses. F1 shows these keys, F11 switches full screen.</source>
   <translation>Eingabe legt fest oder speichert. P pausiert. F1 zeigt diese Tasten, F11 schaltet den Vollbildmodus um.</translation>
  </message>
  <message>
   <source>Image: left drag window, middle drag pan, right drag zoom, wheel or arrow keys scroll.</source>
   <translation>Bild: links ziehen Fensterung, Mitte ziehen verschieben, rechts ziehen Zoom, Rad oder Pfeiltasten blättern.</translation>
  </message>
  <message>
   <source>M magnifier, R reset, T texts. G the AI's map, Space hides it while held, [ and ] its opacity, K a mark.</source>
   <translation>M Lupe, R zurücksetzen, T Texte. G die Karte der KI, Leertaste verbirgt sie, solange sie gehalten wird, [ und ] ihre Deckkraft, K eine Markierung.</translation>
  </message>
  <message>
   <source>Please answer this first.</source>
   <translation>Bitte zuerst dies beantworten.</translation>
  </message>
  <message>
   <source>1  Unaided</source>
   <translation>1  Ohne Hilfe</translation>
  </message>
  <message>
   <source>1  Unaided: locked</source>
   <translation>1  Ohne Hilfe: festgelegt</translation>
  </message>
  <message>
   <source>2  With AI</source>
   <translation>2  Mit KI</translation>
  </message>
  <message>
   <source>2  With AI (sealed)</source>
   <translation>2  Mit KI (versiegelt)</translation>
  </message>
  <message>
   <source>Case {number} of {total}</source>
   <translation>Fall {number} von {total}</translation>
  </message>
  <message>
   <source>End sitting</source>
   <translation>Sitzung beenden</translation>
  </message>
  <message>
   <source>Lock call   Enter</source>
   <translation>Urteil festlegen   Eingabe</translation>
  </message>
  <message>
   <source>Next case   Enter</source>
   <translation>Nächster Fall   Eingabe</translation>
  </message>
  <message>
   <source>Pause   P</source>
   <translation>Pause   P</translation>
  </message>
  <message>
   <source>Practice: you will see the answer, and it does not count</source>
   <translation>Übung: Sie sehen die Antwort, und es zählt nicht</translation>
  </message>
  <message>
   <source>SIMULATED readers: a demonstration, no results</source>
   <translation>SIMULIERTE Befunder: eine Demonstration, keine Ergebnisse</translation>
  </message>
  <message>
   <source>Save call   Enter</source>
   <translation>Urteil speichern   Eingabe</translation>
  </message>
  <message>
   <source>With AI</source>
   <translation>Mit KI</translation>
  </message>
  <message>
   <source>Without AI</source>
   <translation>Ohne KI</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>noch {time}</translation>
  </message>
  <message>
   <source>{time} over</source>
   <translation>{time} darüber</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>Studienleitung</translation>
  </message>
  <message>
   <source>Choose...</source>
   <translation>Wählen...</translation>
  </message>
  <message>
   <source>Key file</source>
   <translation>Schlüsseldatei</translation>
  </message>
  <message>
   <source>Key file...</source>
   <translation>Schlüsseldatei...</translation>
  </message>
  <message>
   <source>Keys (*.key);;All files (*)</source>
   <translation>Schlüssel (*.key);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>PIN</source>
   <translation>PIN</translation>
  </message>
  <message>
   <source>Reader</source>
   <translation>Befunder</translation>
  </message>
  <message>
   <source>Reader study: sign in</source>
   <translation>Leserstudie: Anmeldung</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Rolle</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Anmelden</translation>
  </message>
  <message>
   <source>Study</source>
   <translation>Studie</translation>
  </message>
  <message>
   <source>Study folder</source>
   <translation>Studienordner</translation>
  </message>
  <message>
   <source>This study is kept on a server: enter its address.</source>
   <translation>Diese Studie liegt auf einem Server: bitte seine Adresse eingeben.</translation>
  </message>
  <message>
   <source>Where the study's key is, if not in your own folder</source>
   <translation>Wo der Schlüssel der Studie liegt, falls nicht in Ihrem eigenen Ordner</translation>
  </message>
  <message>
   <source>A copy of the study's store was made: {name}</source>
   <translation>Eine Kopie des Studienspeichers wurde erstellt: {name}</translation>
  </message>
  <message>
   <source>All cases are read</source>
   <translation>Alle Fälle sind befundet</translation>
  </message>
  <message>
   <source>Back to the case</source>
   <translation>Zurück zum Fall</translation>
  </message>
  <message>
   <source>Begin   Enter</source>
   <translation>Beginnen   Eingabe</translation>
  </message>
  <message>
   <source>Close   Enter</source>
   <translation>Schließen   Eingabe</translation>
  </message>
  <message>
   <source>Correct an earlier call...</source>
   <translation>Früheres Urteil korrigieren...</translation>
  </message>
  <message>
   <source>End of the sitting</source>
   <translation>Ende der Sitzung</translation>
  </message>
  <message>
   <source>Enter your PIN and go on first; then pause, and correct the call.</source>
   <translation>Geben Sie zuerst Ihre PIN ein und machen Sie weiter; dann pausieren und korrigieren.</translation>
  </message>
  <message>
   <source>Finish   Enter</source>
   <translation>Beenden   Eingabe</translation>
  </message>
  <message>
   <source>Go on   Enter</source>
   <translation>Weiter   Eingabe</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Verlassen</translation>
  </message>
  <message>
   <source>Locked</source>
   <translation>Festgelegt</translation>
  </message>
  <message>
   <source>Luminance in cd/m², if known</source>
   <translation>Leuchtdichte in cd/m², falls bekannt</translation>
  </message>
  <message>
   <source>No copy of the store was made: {why}</source>
   <translation>Keine Kopie des Speichers wurde erstellt: {why}</translation>
  </message>
  <message>
   <source>Not saved</source>
   <translation>Nicht gespeichert</translation>
  </message>
  <message>
   <source>Not yet</source>
   <translation>Noch nicht</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <source>Reading room</source>
   <translation>Befundraum</translation>
  </message>
  <message>
   <source>SIMULATED: this is a demonstration with generated images. Its results mean nothing.</source>
   <translation>SIMULIERT: Das ist eine Demonstration mit erzeugten Bildern. Ihre Ergebnisse bedeuten nichts.</translation>
  </message>
  <message>
   <source>Saved {time}</source>
   <translation>Gespeichert {time}</translation>
  </message>
  <message>
   <source>Saving ...</source>
   <translation>Wird gespeichert ...</translation>
  </message>
  <message>
   <source>The luminance is a number, for example 400, or empty.</source>
   <translation>Die Leuchtdichte ist eine Zahl, zum Beispiel 400, oder leer.</translation>
  </message>
  <message>
   <source>The next cases come after a washout of {days} days.</source>
   <translation>Die nächsten Fälle kommen nach einer Auswaschzeit von {days} Tagen.</translation>
  </message>
  <message>
   <source>The time stands still and the case is hidden. What you entered is kept.</source>
   <translation>Die Zeit steht still, und der Fall ist verborgen. Was Sie eingegeben haben, bleibt erhalten.</translation>
  </message>
  <message>
   <source>The time that is planned for a sitting is over. A break is advised; all calls are saved.</source>
   <translation>Die für eine Sitzung geplante Zeit ist um. Eine Pause ist ratsam; alle Urteile sind gespeichert.</translation>
  </message>
  <message>
   <source>This did not work</source>
   <translation>Das hat nicht funktioniert</translation>
  </message>
  <message>
   <source>This sitting is finished: {done} of {total} readings are saved. Rest before you go on.</source>
   <translation>Diese Sitzung ist beendet: {done} von {total} Befundungen sind gespeichert. Bitte ausruhen, bevor Sie fortfahren.</translation>
  </message>
  <message>
   <source>Time for a break</source>
   <translation>Zeit für eine Pause</translation>
  </message>
  <message>
   <source>Try again   Enter</source>
   <translation>Noch einmal versuchen   Eingabe</translation>
  </message>
  <message>
   <source>You have read all cases. Thank you.</source>
   <translation>Sie haben alle Fälle befundet. Vielen Dank.</translation>
  </message>
  <message>
   <source>You read cases one after the other. Each call is saved when you lock it.</source>
   <translation>Sie befunden einen Fall nach dem anderen. Jedes Urteil wird gespeichert, wenn Sie es festlegen.</translation>
  </message>
  <message>
   <source>{done} of {total} readings are saved.</source>
   <translation>{done} von {total} Befundungen sind gespeichert.</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Nicht jetzt</translation>
  </message>
  <message>
   <source>Nothing is kept of what was open last.</source>
   <translation>Von dem, was zuletzt geöffnet war, ist nichts aufbewahrt.</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>The files that were open are no longer there. Connect their drive, then open them again.</source>
   <translation>Die geöffneten Dateien sind nicht mehr da. Bitte ihr Laufwerk verbinden und sie erneut öffnen.</translation>
  </message>
  <message>
   <source>What was open is back.</source>
   <translation>Was geöffnet war, ist wieder da.</translation>
  </message>
  <message>
   <source>radviewer ended unexpectedly. Restore what was open?</source>
   <translation>radviewer wurde unerwartet beendet. Soll wiederhergestellt werden, was geöffnet war?</translation>
  </message>
  <message>
   <source>Back to the default: {value}</source>
   <translation>Zurück zur Voreinstellung: {value}</translation>
  </message>
  <message>
   <source>Default: {value}</source>
   <translation>Voreinstellung: {value}</translation>
  </message>
  <message>
   <source>No setting has these words.</source>
   <translation>Keine Einstellung enthält diese Worte.</translation>
  </message>
  <message>
   <source>Reset all</source>
   <translation>Alles zurücksetzen</translation>
  </message>
  <message>
   <source>Reset: {title}</source>
   <translation>Zurücksetzen: {title}</translation>
  </message>
  <message>
   <source>Search the settings</source>
   <translation>Einstellungen durchsuchen</translation>
  </message>
  <message>
   <source>Sections</source>
   <translation>Abschnitte</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>'{text}' cannot be used: a number from {low} to {high} is needed. Nothing was changed.</source>
   <translation>„{text}“ ist nicht verwendbar: nötig ist eine Zahl von {low} bis {high}. Nichts wurde geändert.</translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <source>Action</source>
   <translation>Aktion</translation>
  </message>
  <message>
   <source>Export keys</source>
   <translation>Tasten exportieren</translation>
  </message>
  <message>
   <source>Import keys</source>
   <translation>Tasten importieren</translation>
  </message>
  <message>
   <source>Import...</source>
   <translation>Importieren...</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Taste</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menü</translation>
  </message>
  <message>
   <source>No action has these words.</source>
   <translation>Keine Aktion enthält diese Worte.</translation>
  </message>
  <message>
   <source>No key</source>
   <translation>Keine Taste</translation>
  </message>
  <message>
   <source>Press a key...</source>
   <translation>Taste drücken...</translation>
  </message>
  <message>
   <source>Press this button, then the key for the chosen action. Tab leaves it.</source>
   <translation>Diesen Knopf drücken, dann die Taste für die gewählte Aktion. Tab verlässt ihn.</translation>
  </message>
  <message>
   <source>Record a key</source>
   <translation>Taste aufnehmen</translation>
  </message>
  <message>
   <source>Search actions and keys</source>
   <translation>Aktionen und Tasten suchen</translation>
  </message>
  <message>
   <source>Take it</source>
   <translation>Übernehmen</translation>
  </message>
  <message>
   <source>The keys could not be read: {reason}</source>
   <translation>Die Tasten konnten nicht gelesen werden: {reason}</translation>
  </message>
  <message>
   <source>The keys were written to {name}.</source>
   <translation>Die Tasten wurden in {name} geschrieben.</translation>
  </message>
  <message>
   <source>{key} belongs to '{other}'. Take it from there?</source>
   <translation>{key} gehört zu „{other}“. Dort wegnehmen?</translation>
  </message>
  <message>
   <source>Keys and mouse</source>
   <translation>Tasten und Maus</translation>
  </message>
  <message>
   <source>{key} finds any action by its name; 'Keys...' in the menu changes these keys.</source>
   <translation>{key} findet jede Aktion nach ihrem Namen; „Tasten...“ im Menü ändert diese Tasten.</translation>
  </message>
  <message>
   <source>{key} within {milliseconds} ms resets: the second press takes the turn of the first one back.</source>
   <translation>{key} innerhalb von {milliseconds} ms setzt zurück: Der zweite Druck nimmt die Drehung des ersten zurück.</translation>
  </message>
  <message>
   <source>AI overlay</source>
   <translation>KI-Overlay</translation>
  </message>
  <message>
   <source>AI, as shown</source>
   <translation>KI, wie gezeigt</translation>
  </message>
  <message>
   <source>Boxes of the reference standard, dashed</source>
   <translation>Kästen des Referenzstandards, gestrichelt</translation>
  </message>
  <message>
   <source>Choose a case</source>
   <translation>Einen Fall wählen</translation>
  </message>
  <message>
   <source>Hollow without AI, filled with AI</source>
   <translation>Hohl ohne KI, gefüllt mit KI</translation>
  </message>
  <message>
   <source>Image in the case</source>
   <translation>Bild im Fall</translation>
  </message>
  <message>
   <source>Loading...</source>
   <translation>Wird geladen...</translation>
  </message>
  <message>
   <source>Readers' marks</source>
   <translation>Markierungen</translation>
  </message>
  <message>
   <source>Shows or hides the map that the readers saw</source>
   <translation>Zeigt oder verbirgt die Karte, die die Befunder sahen</translation>
  </message>
  <message>
   <source>Truth</source>
   <translation>Wahrheit</translation>
  </message>
  <message>
   <source>false on purpose</source>
   <translation>absichtlich falsch</translation>
  </message>
  <message>
   <source>map of another case</source>
   <translation>Karte eines anderen Falls</translation>
  </message>
  <message>
   <source>not read yet</source>
   <translation>noch nicht gelesen</translation>
  </message>
  <message>
   <source>nothing was shown</source>
   <translation>nichts wurde gezeigt</translation>
  </message>
  <message>
   <source>overlay dealt: {name}</source>
   <translation>zugeteiltes Overlay: {name}</translation>
  </message>
  <message>
   <source>AI right</source>
   <translation>KI richtig</translation>
  </message>
  <message>
   <source>AI wrong</source>
   <translation>KI falsch</translation>
  </message>
  <message>
   <source>Advice</source>
   <translation>Rat</translation>
  </message>
  <message>
   <source>All cases</source>
   <translation>Alle Fälle</translation>
  </message>
  <message>
   <source>All conditions</source>
   <translation>Alle Bedingungen</translation>
  </message>
  <message>
   <source>All overlays</source>
   <translation>Alle Overlays</translation>
  </message>
  <message>
   <source>All readers</source>
   <translation>Alle Befunder</translation>
  </message>
  <message>
   <source>Any advice</source>
   <translation>Jeder Rat</translation>
  </message>
  <message>
   <source>Any experience</source>
   <translation>Jede Erfahrung</translation>
  </message>
  <message>
   <source>Beneficial first</source>
   <translation>Nützliche zuerst</translation>
  </message>
  <message>
   <source>By name</source>
   <translation>Nach Name</translation>
  </message>
  <message>
   <source>Condition</source>
   <translation>Bedingung</translation>
  </message>
  <message>
   <source>Disagreement first</source>
   <translation>Uneinige zuerst</translation>
  </message>
  <message>
   <source>Experience</source>
   <translation>Erfahrung</translation>
  </message>
  <message>
   <source>Harmful first</source>
   <translation>Schädliche zuerst</translation>
  </message>
  <message>
   <source>Negative cases</source>
   <translation>Negative Fälle</translation>
  </message>
  <message>
   <source>Order of cases</source>
   <translation>Reihenfolge der Fälle</translation>
  </message>
  <message>
   <source>Positive cases</source>
   <translation>Positive Fälle</translation>
  </message>
  <message>
   <source>Show all</source>
   <translation>Alle zeigen</translation>
  </message>
  <message>
   <source>Type of overlay</source>
   <translation>Art des Overlays</translation>
  </message>
  <message>
   <source>1 − specificity</source>
   <translation>1 − Spezifität</translation>
  </message>
  <message>
   <source>Rating with AI</source>
   <translation>Bewertung mit KI</translation>
  </message>
  <message>
   <source>Rating without AI</source>
   <translation>Bewertung ohne KI</translation>
  </message>
  <message>
   <source>Seconds with AI</source>
   <translation>Sekunden mit KI</translation>
  </message>
  <message>
   <source>Seconds without AI</source>
   <translation>Sekunden ohne KI</translation>
  </message>
  <message>
   <source>Sensitivity</source>
   <translation>Sensitivität</translation>
  </message>
  <message>
   <source>Choose a reader of the case to play the reading back.</source>
   <translation>Einen Befunder des Falls wählen, um die Befundung abzuspielen.</translation>
  </message>
  <message>
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>Tempo</translation>
  </message>
  <message>
   <source>Steps of the reading</source>
   <translation>Schritte der Befundung</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>This call has no log: it came from elsewhere.</source>
   <translation>Dieses Urteil hat kein Protokoll: Es kam von anderswo.</translation>
  </message>
  <message>
   <source>Time in the reading</source>
   <translation>Zeitpunkt der Befundung</translation>
  </message>
  <message>
   <source>Which call</source>
   <translation>Welches Urteil</translation>
  </message>
  <message>
   <source>{count} further events were counted only.</source>
   <translation>{count} weitere Ereignisse wurden nur gezählt.</translation>
  </message>
  <message>
   <source>2 × 2 × 2 table</source>
   <translation>2 × 2 × 2-Tafel</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Fälle</translation>
  </message>
  <message>
   <source>Median of time with AI over time without: {ratio:.2f} ({count} pairs)</source>
   <translation>Median der Zeit mit KI zur Zeit ohne: {ratio:.2f} ({count} Paare)</translation>
  </message>
  <message>
   <source>No pair has both times.</source>
   <translation>Kein Paar hat beide Zeiten.</translation>
  </message>
  <message>
   <source>Outcomes</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <source>ROC space</source>
   <translation>ROC-Raum</translation>
  </message>
  <message>
   <source>Ratings</source>
   <translation>Bewertungen</translation>
  </message>
  <message>
   <source>Readers of the case</source>
   <translation>Befunder des Falls</translation>
  </message>
  <message>
   <source>Replay</source>
   <translation>Wiedergabe</translation>
  </message>
  <message>
   <source>Side by side</source>
   <translation>Nebeneinander</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <source>{shown} of {all} pairs, {complete} complete</source>
   <translation>{shown} von {all} Paaren, {complete} vollständig</translation>
  </message>
  <message>
   <source>Beneficial</source>
   <translation>Nützlich</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>Fall</translation>
  </message>
  <message>
   <source>Disagree</source>
   <translation>Uneinig</translation>
  </message>
  <message>
   <source>Harmful</source>
   <translation>Schädlich</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Ergebnis</translation>
  </message>
  <message>
   <source>Overlay shown</source>
   <translation>Overlay gezeigt</translation>
  </message>
  <message>
   <source>Pattern</source>
   <translation>Muster</translation>
  </message>
  <message>
   <source>Reads</source>
   <translation>Befundungen</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Anteil</translation>
  </message>
  <message>
   <source>Time with</source>
   <translation>Zeit mit</translation>
  </message>
  <message>
   <source>Time without</source>
   <translation>Zeit ohne</translation>
  </message>
  <message>
   <source>What happened</source>
   <translation>Was geschah</translation>
  </message>
  <message>
   <source>kept, right</source>
   <translation>behalten, richtig</translation>
  </message>
  <message>
   <source>kept, wrong</source>
   <translation>behalten, falsch</translation>
  </message>
  <message>
   <source>not complete</source>
   <translation>nicht vollständig</translation>
  </message>
  <message>
   <source>right</source>
   <translation>richtig</translation>
  </message>
  <message>
   <source>switched, right</source>
   <translation>gewechselt, richtig</translation>
  </message>
  <message>
   <source>switched, wrong</source>
   <translation>gewechselt, falsch</translation>
  </message>
  <message>
   <source>wrong</source>
   <translation>falsch</translation>
  </message>
  <message>
   <source>(none)</source>
   <translation>(keine)</translation>
  </message>
  <message>
   <source>Column for {role}</source>
   <translation>Spalte für {role}</translation>
  </message>
  <message>
   <source>Choose one of: {choices}.</source>
   <translation>Eines wählen von: {choices}.</translation>
  </message>
  <message>
   <source>Folder for report.html, report.pdf and report.json</source>
   <translation>Ordner für report.html, report.pdf und report.json</translation>
  </message>
  <message>
   <source>I am the administrator: show the results</source>
   <translation>Ich bin die Studienleitung: Ergebnisse zeigen</translation>
  </message>
  <message>
   <source>Open a table of reads</source>
   <translation>Eine Tabelle von Befundungen öffnen</translation>
  </message>
  <message>
   <source>Open a table of reads (CSV, one row for each read) to see the study's results.</source>
   <translation>Eine Tabelle von Befundungen öffnen (CSV, eine Zeile je Befundung), um die Ergebnisse der Studie zu sehen.</translation>
  </message>
  <message>
   <source>Open table...</source>
   <translation>Tabelle öffnen...</translation>
  </message>
  <message>
   <source>Reader study statistics</source>
   <translation>Statistik der Leserstudie</translation>
  </message>
  <message>
   <source>Reader study statistics: {name}</source>
   <translation>Statistik der Leserstudie: {name}</translation>
  </message>
  <message>
   <source>Save report...</source>
   <translation>Bericht speichern...</translation>
  </message>
  <message>
   <source>Saved report.html, report.pdf and report.json in {folder}.</source>
   <translation>report.html, report.pdf und report.json in {folder} gespeichert.</translation>
  </message>
  <message>
   <source>Tables (*.csv);;All files (*)</source>
   <translation>Tabellen (*.csv);;Alle Dateien (*)</translation>
  </message>
  <message>
   <source>There are no results to save yet.</source>
   <translation>Es gibt noch keine Ergebnisse zu speichern.</translation>
  </message>
  <message>
   <source>These results show truth and compare readers and conditions. Only the study's administrator may see them while the study runs; a reader who sees them is unblinded.</source>
   <translation>Diese Ergebnisse zeigen die Wahrheit und vergleichen Befunder und Bedingungen. Solange die Studie läuft, darf nur die Studienleitung sie sehen; ein Befunder, der sie sieht, ist entblindet.</translation>
  </message>
  <message>
   <source>analysed {time}; follows the file</source>
   <translation>analysiert {time}; folgt der Datei</translation>
  </message>
  <message>
   <source>analysing ...</source>
   <translation>wird analysiert ...</translation>
  </message>
  <message>
   <source>{count} reads, analysed {time}; follows the file</source>
   <translation>{count} Befundungen, analysiert {time}; folgt der Datei</translation>
  </message>
  <message>
   <source>{name} has no column '{column}' any more.</source>
   <translation>{name} hat keine Spalte „{column}“ mehr.</translation>
  </message>
  <message>
   <source>{name} has no column for: {role}.</source>
   <translation>{name} hat keine Spalte für: {role}.</translation>
  </message>
  <message>
   <source>{task}   Esc cancels</source>
   <translation>{task}   Esc bricht ab</translation>
  </message>
  <message>
   <source>Close this message</source>
   <translation>Diese Meldung schließen</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Less</source>
   <translation>Weniger</translation>
  </message>
  <message>
   <source>A PIN keeps readers from reading under each other's name. It is stored as a hash only.</source>
   <translation>Eine PIN verhindert, dass Befunder unter fremdem Namen befunden. Gespeichert wird nur ein Hash.</translation>
  </message>
  <message>
   <source>A folder for the readers' pages</source>
   <translation>Ein Ordner für die Seiten der Befunder</translation>
  </message>
  <message>
   <source>A new or empty folder for the export</source>
   <translation>Ein neuer oder leerer Ordner für den Export</translation>
  </message>
  <message>
   <source>A table: reader, case, condition, rating, and call, time_s, q_NAME.</source>
   <translation>Eine Tabelle: reader, case, condition, rating und call, time_s, q_NAME.</translation>
  </message>
  <message>
   <source>Anonymised export...</source>
   <translation>Anonymisierter Export...</translation>
  </message>
  <message>
   <source>Audit and backup</source>
   <translation>Prüfpfad und Sicherung</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>Jetzt sichern</translation>
  </message>
  <message>
   <source>Blinding</source>
   <translation>Verblindung</translation>
  </message>
  <message>
   <source>Calls made elsewhere</source>
   <translation>Anderswo gefällte Urteile</translation>
  </message>
  <message>
   <source>Compare with earlier heads...</source>
   <translation>Mit früheren Köpfen vergleichen...</translation>
  </message>
  <message>
   <source>Compared with {names}</source>
   <translation>Verglichen mit {names}</translation>
  </message>
  <message>
   <source>Debrief readers...</source>
   <translation>Befunder aufklären...</translation>
  </message>
  <message>
   <source>Debriefing</source>
   <translation>Aufklärung</translation>
  </message>
  <message>
   <source>Each record carries a seal over the one before. Keep heads of the chain with somebody independent: against them a cut end or an old copy is found.</source>
   <translation>Jeder Eintrag trägt ein Siegel über den vorigen. Köpfe der Kette bei einer unabhängigen Person aufbewahren: An ihnen fällt ein abgeschnittenes Ende oder eine alte Kopie auf.</translation>
  </message>
  <message>
   <source>Heads of earlier exports</source>
   <translation>Köpfe früherer Exporte</translation>
  </message>
  <message>
   <source>New PIN, at least four characters</source>
   <translation>Neue PIN, mindestens vier Zeichen</translation>
  </message>
  <message>
   <source>Open statistics</source>
   <translation>Statistik öffnen</translation>
  </message>
  <message>
   <source>PINs on a shared workstation</source>
   <translation>PINs an einem gemeinsamen Arbeitsplatz</translation>
  </message>
  <message>
   <source>Readers who have finished are told which advice was false on purpose: a page for each, recorded for good.</source>
   <translation>Befundern, die fertig sind, wird gesagt, welcher Rat absichtlich falsch war: eine Seite für jeden, dauerhaft vermerkt.</translation>
  </message>
  <message>
   <source>Reason, for example: all readings are done</source>
   <translation>Grund, zum Beispiel: alle Befundungen sind fertig</translation>
  </message>
  <message>
   <source>Results</source>
   <translation>Ergebnisse</translation>
  </message>
  <message>
   <source>Save head...</source>
   <translation>Kopf speichern...</translation>
  </message>
  <message>
   <source>Save the chain's head</source>
   <translation>Den Kopf der Kette speichern</translation>
  </message>
  <message>
   <source>Set the PIN</source>
   <translation>PIN setzen</translation>
  </message>
  <message>
   <source>Table of calls</source>
   <translation>Tabelle der Urteile</translation>
  </message>
  <message>
   <source>The PIN of {reader} is set.</source>
   <translation>Die PIN von {reader} ist gesetzt.</translation>
  </message>
  <message>
   <source>The same again</source>
   <translation>Noch einmal dieselbe</translation>
  </message>
  <message>
   <source>The study is blinded: nobody has looked at calls beside the truth. Unblinding is recorded for good.</source>
   <translation>Die Studie ist verblindet: Niemand hat Urteile neben der Wahrheit gesehen. Die Entblindung wird dauerhaft vermerkt.</translation>
  </message>
  <message>
   <source>The two entries differ.</source>
   <translation>Die beiden Eingaben sind verschieden.</translation>
  </message>
  <message>
   <source>They show calls beside the truth, so they open after the unblinding.</source>
   <translation>Sie zeigen Urteile neben der Wahrheit, daher öffnen sie sich erst nach der Entblindung.</translation>
  </message>
  <message>
   <source>Unblind</source>
   <translation>Entblinden</translation>
  </message>
  <message>
   <source>Verify</source>
   <translation>Verifizieren</translation>
  </message>
  <message>
   <source>with a DICOM report of each call</source>
   <translation>mit einem DICOM-Bericht zu jedem Urteil</translation>
  </message>
  <message>
   <source>ALTERED: the images of case {case} are not those that were frozen.</source>
   <translation>VERÄNDERT: Die Bilder des Falls {case} sind nicht die eingefrorenen.</translation>
  </message>
  <message>
   <source>ALTERED: {fault}</source>
   <translation>VERÄNDERT: {fault}</translation>
  </message>
  <message>
   <source>Copied to {path}</source>
   <translation>Kopiert nach {path}</translation>
  </message>
  <message>
   <source>Exported to {folder}</source>
   <translation>Exportiert nach {folder}</translation>
  </message>
  <message>
   <source>PINs</source>
   <translation>PINs</translation>
  </message>
  <message>
   <source>Progress</source>
   <translation>Fortschritt</translation>
  </message>
  <message>
   <source>Reader study: {title}</source>
   <translation>Leserstudie: {title}</translation>
  </message>
  <message>
   <source>Recorded: {reader} may begin period {period}.</source>
   <translation>Vermerkt: {reader} darf mit Abschnitt {period} beginnen.</translation>
  </message>
  <message>
   <source>SIMULATED readers</source>
   <translation>SIMULIERTE Befunder</translation>
  </message>
  <message>
   <source>Schedule</source>
   <translation>Ablaufplan</translation>
  </message>
  <message>
   <source>The chain is whole up to its present end.</source>
   <translation>Die Kette ist bis zu ihrem jetzigen Ende unversehrt.</translation>
  </message>
  <message>
   <source>The chain is whole.</source>
   <translation>Die Kette ist unversehrt.</translation>
  </message>
  <message>
   <source>The study was ALTERED.</source>
   <translation>Die Studie wurde VERÄNDERT.</translation>
  </message>
  <message>
   <source>Unblinded {when} UTC: {why}</source>
   <translation>Entblindet {when} UTC: {why}</translation>
  </message>
  <message>
   <source>Verifying ...</source>
   <translation>Wird verifiziert ...</translation>
  </message>
  <message>
   <source>Written: {path}. Give it to somebody independent.</source>
   <translation>Geschrieben: {path}. Bitte einer unabhängigen Person geben.</translation>
  </message>
  <message>
   <source>{count} calls of the table are in the study.</source>
   <translation>{count} Urteile der Tabelle sind in der Studie.</translation>
  </message>
  <message>
   <source>{count} pages are in {folder}.</source>
   <translation>{count} Seiten sind in {folder}.</translation>
  </message>
  <message>
   <source>{records} records, head {head}, compared with {anchors} anchors</source>
   <translation>{records} Einträge, Kopf {head}, verglichen mit {anchors} Ankern</translation>
  </message>
  <message>
   <source>FAULT</source>
   <translation>FEHLER</translation>
  </message>
  <message>
   <source>First</source>
   <translation>Zuerst</translation>
  </message>
  <message>
   <source>Largest difference between arms of a period: {total}; within a stratum of truth and AI: {stratum}. Sham advice in {shams} cases, {positive} of them positive.</source>
   <translation>Größter Unterschied zwischen den Armen eines Abschnitts: {total}; innerhalb einer Schicht von Wahrheit und KI: {stratum}. Scheinrat in {shams} Fällen, {positive} davon positiv.</translation>
  </message>
  <message>
   <source>Largest difference between types of overlay: {reader} readings of a reader, {case} of a case.</source>
   <translation>Größter Unterschied zwischen den Arten des Overlays: {reader} Lesungen eines Befunders, {case} eines Falls.</translation>
  </message>
  <message>
   <source>Mean place in a sitting (0 first, 1 last)</source>
   <translation>Mittlerer Platz in einer Sitzung (0 zuerst, 1 zuletzt)</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Abschnitt</translation>
  </message>
  <message>
   <source>Plan</source>
   <translation>Plan</translation>
  </message>
  <message>
   <source>Power for a difference of {effect} in AUC, if variances are those of Van Dyke's set: {power}.</source>
   <translation>Power für einen Unterschied der AUC von {effect}, wenn die Varianzen die des Van-Dyke-Datensatzes sind: {power}.</translation>
  </message>
  <message>
   <source>Reader-case pairs</source>
   <translation>Befunder-Fall-Paare</translation>
  </message>
  <message>
   <source>Readings</source>
   <translation>Befundungen</translation>
  </message>
  <message>
   <source>schedule</source>
   <translation>Ablaufplan</translation>
  </message>
  <message>
   <source>then</source>
   <translation>dann</translation>
  </message>
  <message>
   <source>{readers} readers, {cases} cases ({positive} positive, AI wrong in {wrong}), {practice} for practice, {readings} readings.</source>
   <translation>{readers} Befunder, {cases} Fälle ({positive} positiv, KI falsch bei {wrong}), {practice} zur Übung, {readings} Befundungen.</translation>
  </message>
  <message>
   <source>0 to 0.5; declared; tell your ethics committee</source>
   <translation>0 bis 0,5; offengelegt; bitte der Ethikkommission mitteilen</translation>
  </message>
  <message>
   <source>0 to 0.5; measures intra-reader variance</source>
   <translation>0 bis 0,5; misst die Varianz innerhalb der Befunder</translation>
  </message>
  <message>
   <source>A file: .npy, .npz, .png or .tif. Several: METHOD=FILE, parted by |</source>
   <translation>Eine Datei: .npy, .npz, .png oder .tif. Mehrere: METHODE=DATEI, getrennt durch |</translation>
  </message>
  <message>
   <source>A filled box: not known yet</source>
   <translation>Ein gefülltes Kästchen: noch nicht bekannt</translation>
  </message>
  <message>
   <source>A level, for example resident</source>
   <translation>Eine Stufe, zum Beispiel Assistenzarzt</translation>
  </message>
  <message>
   <source>A plain word, the column in exports</source>
   <translation>Ein einfaches Wort, die Spalte in Exporten</translation>
  </message>
  <message>
   <source>A yes or no that follows from this rating</source>
   <translation>Ein Ja oder Nein, das aus dieser Bewertung folgt</translation>
  </message>
  <message>
   <source>AI score</source>
   <translation>KI-Wert</translation>
  </message>
  <message>
   <source>AI shown</source>
   <translation>KI gezeigt</translation>
  </message>
  <message>
   <source>AI text</source>
   <translation>KI-Text</translation>
  </message>
  <message>
   <source>All chance of the schedule comes from it</source>
   <translation>Aller Zufall des Ablaufplans kommt daraus</translation>
  </message>
  <message>
   <source>Appears</source>
   <translation>Erscheint</translation>
  </message>
  <message>
   <source>Arm or case group</source>
   <translation>Arm oder Fallgruppe</translation>
  </message>
  <message>
   <source>Case groups (split-plot)</source>
   <translation>Fallgruppen (Split-Plot)</translation>
  </message>
  <message>
   <source>Choices</source>
   <translation>Auswahl</translation>
  </message>
  <message>
   <source>Design</source>
   <translation>Design</translation>
  </message>
  <message>
   <source>Display and room</source>
   <translation>Anzeige und Raum</translation>
  </message>
  <message>
   <source>Empty for superiority</source>
   <translation>Leer für Überlegenheit</translation>
  </message>
  <message>
   <source>Empty: the image's own</source>
   <translation>Leer: das des Bildes</translation>
  </message>
  <message>
   <source>FDA's guidance names four weeks</source>
   <translation>Die Leitlinie der FDA nennt vier Wochen</translation>
  </message>
  <message>
   <source>Feedback in practice cases</source>
   <translation>Rückmeldung in Übungsfällen</translation>
  </message>
  <message>
   <source>Files or folder</source>
   <translation>Dateien oder Ordner</translation>
  </message>
  <message>
   <source>First window: centre</source>
   <translation>Erstes Fenster: Zentrum</translation>
  </message>
  <message>
   <source>First window: width</source>
   <translation>Erstes Fenster: Weite</translation>
  </message>
  <message>
   <source>Follows from</source>
   <translation>Folgt aus</translation>
  </message>
  <message>
   <source>For example AUC</source>
   <translation>Zum Beispiel AUC</translation>
  </message>
  <message>
   <source>For example Obuchowski-Rockette, readers and cases random</source>
   <translation>Zum Beispiel Obuchowski-Rockette, Befunder und Fälle zufällig</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Von</translation>
  </message>
  <message>
   <source>From the plan's folder; several parted by |</source>
   <translation>Vom Ordner des Plans aus; mehrere durch | getrennt</translation>
  </message>
  <message>
   <source>Hanging</source>
   <translation>Hängung</translation>
  </message>
  <message>
   <source>How the numbers of readers and cases were found</source>
   <translation>Wie die Zahlen der Befunder und Fälle gefunden wurden</translation>
  </message>
  <message>
   <source>Id</source>
   <translation>Kennung</translation>
  </message>
  <message>
   <source>Idle after, seconds</source>
   <translation>Untätig nach, Sekunden</translation>
  </message>
  <message>
   <source>In place of a method, for example: gradcam, occlusion, none, other-case:gradcam</source>
   <translation>Statt einer Methode, zum Beispiel: gradcam, occlusion, none, other-case:gradcam</translation>
  </message>
  <message>
   <source>Investigator</source>
   <translation>Studienarzt</translation>
  </message>
  <message>
   <source>Its method</source>
   <translation>Ihr Verfahren</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Mix arms within a sitting</source>
   <translation>Arme innerhalb einer Sitzung mischen</translation>
  </message>
  <message>
   <source>Non-inferiority margin</source>
   <translation>Nichtunterlegenheitsgrenze</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notizen</translation>
  </message>
  <message>
   <source>Of an ordinal scale or of labels, parted by commas</source>
   <translation>Einer Ordinalskala oder von Labels, durch Kommas getrennt</translation>
  </message>
  <message>
   <source>Of the map, for example gradcam</source>
   <translation>Der Karte, zum Beispiel gradcam</translation>
  </message>
  <message>
   <source>Of: text, score, call, heatmap, contour. Empty: unaided</source>
   <translation>Aus: text, score, call, heatmap, contour. Leer: ohne Hilfe</translation>
  </message>
  <message>
   <source>Only in parallel and split-plot designs</source>
   <translation>Nur in Parallel- und Split-Plot-Designs</translation>
  </message>
  <message>
   <source>Operating point</source>
   <translation>Arbeitspunkt</translation>
  </message>
  <message>
   <source>Planned difference</source>
   <translation>Geplanter Unterschied</translation>
  </message>
  <message>
   <source>Positive</source>
   <translation>Positiv</translation>
  </message>
  <message>
   <source>Practice</source>
   <translation>Übung</translation>
  </message>
  <message>
   <source>Primary analysis</source>
   <translation>Hauptanalyse</translation>
  </message>
  <message>
   <source>Primary endpoint</source>
   <translation>Hauptendpunkt</translation>
  </message>
  <message>
   <source>Probability from 0 to 1</source>
   <translation>Wahrscheinlichkeit von 0 bis 1</translation>
  </message>
  <message>
   <source>Probability from which its call is yes</source>
   <translation>Wahrscheinlichkeit, ab der ihr Urteil ja ist</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Frage</translation>
  </message>
  <message>
   <source>Reader study</source>
   <translation>Leserstudie</translation>
  </message>
  <message>
   <source>Readers may not change it</source>
   <translation>Befunder dürfen es nicht ändern</translation>
  </message>
  <message>
   <source>Readers see it: nothing that gives a sham away</source>
   <translation>Befunder sehen es: nichts, was Scheinrat verrät</translation>
  </message>
  <message>
   <source>Required</source>
   <translation>Pflicht</translation>
  </message>
  <message>
   <source>Required viewing conditions, in words</source>
   <translation>Verlangte Sichtbedingungen, in Worten</translation>
  </message>
  <message>
   <source>SHA-256 of the weights</source>
   <translation>SHA-256 der Gewichte</translation>
  </message>
  <message>
   <source>Sample size</source>
   <translation>Fallzahl</translation>
  </message>
  <message>
   <source>Seconds for a case</source>
   <translation>Sekunden für einen Fall</translation>
  </message>
  <message>
   <source>Seconds for a sitting</source>
   <translation>Sekunden für eine Sitzung</translation>
  </message>
  <message>
   <source>Share of repeats</source>
   <translation>Anteil der Wiederholungen</translation>
  </message>
  <message>
   <source>Share of sham advice</source>
   <translation>Anteil des Scheinrats</translation>
  </message>
  <message>
   <source>Short name for files and keys: letters, digits, - _ .</source>
   <translation>Kurzer Name für Dateien und Schlüssel: Buchstaben, Ziffern, - _ .</translation>
  </message>
  <message>
   <source>Shown and recorded; ends nothing</source>
   <translation>Gezeigt und vermerkt; beendet nichts</translation>
  </message>
  <message>
   <source>Sittings in a period</source>
   <translation>Sitzungen in einem Abschnitt</translation>
  </message>
  <message>
   <source>Step</source>
   <translation>Schrittweite</translation>
  </message>
  <message>
   <source>Stopping rule</source>
   <translation>Abbruchregel</translation>
  </message>
  <message>
   <source>That the sample size was planned for</source>
   <translation>Für den die Stichprobe geplant wurde</translation>
  </message>
  <message>
   <source>Then a break is advised</source>
   <translation>Dann wird eine Pause empfohlen</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Bis</translation>
  </message>
  <message>
   <source>Truth from</source>
   <translation>Wahrheit aus</translation>
  </message>
  <message>
   <source>Types dealt to the cases</source>
   <translation>Den Fällen zugeteilte Arten</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Version</translation>
  </message>
  <message>
   <source>Washout, days</source>
   <translation>Auswaschzeit, Tage</translation>
  </message>
  <message>
   <source>What takes turns</source>
   <translation>Was sich abwechselt</translation>
  </message>
  <message>
   <source>When reading ends; settled before the first read</source>
   <translation>Wann das Befunden endet; vor dem ersten Befund festgelegt</translation>
  </message>
  <message>
   <source>Words on the screen</source>
   <translation>Worte auf dem Bildschirm</translation>
  </message>
  <message>
   <source>Years</source>
   <translation>Jahre</translation>
  </message>
  <message>
   <source>Yes from</source>
   <translation>Ja ab</translation>
  </message>
  <message>
   <source>Corrections</source>
   <translation>Korrekturen</translation>
  </message>
  <message>
   <source>Last call (UTC)</source>
   <translation>Letztes Urteil (UTC)</translation>
  </message>
  <message>
   <source>Let a reader begin a period early</source>
   <translation>Einen Befunder einen Abschnitt früher beginnen lassen</translation>
  </message>
  <message>
   <source>Next period from</source>
   <translation>Nächster Abschnitt ab</translation>
  </message>
  <message>
   <source>Override the washout</source>
   <translation>Auswaschzeit aufheben</translation>
  </message>
  <message>
   <source>Overrides</source>
   <translation>Ausnahmen</translation>
  </message>
  <message>
   <source>Progress of the readers</source>
   <translation>Fortschritt der Befunder</translation>
  </message>
  <message>
   <source>Reason; it is recorded and exported</source>
   <translation>Grund; er wird vermerkt und exportiert</translation>
  </message>
  <message>
   <source>{done} of {total} readings. As of {when}; follows the readers.</source>
   <translation>{done} von {total} Befundungen. Stand {when}; folgt den Befundern.</translation>
  </message>
  <message>
   <source>1  Study and model</source>
   <translation>1  Studie und Modell</translation>
  </message>
  <message>
   <source>2  Design</source>
   <translation>2  Design</translation>
  </message>
  <message>
   <source>3  Conditions</source>
   <translation>3  Bedingungen</translation>
  </message>
  <message>
   <source>4  Questions</source>
   <translation>4  Fragen</translation>
  </message>
  <message>
   <source>5  Cases and truth</source>
   <translation>5  Fälle und Wahrheit</translation>
  </message>
  <message>
   <source>6  Readers</source>
   <translation>6  Befunder</translation>
  </message>
  <message>
   <source>7  Check and freeze</source>
   <translation>7  Prüfen und einfrieren</translation>
  </message>
  <message>
   <source>Add case</source>
   <translation>Fall hinzufügen</translation>
  </message>
  <message>
   <source>Add condition</source>
   <translation>Bedingung hinzufügen</translation>
  </message>
  <message>
   <source>Add question</source>
   <translation>Frage hinzufügen</translation>
  </message>
  <message>
   <source>Add reader</source>
   <translation>Befunder hinzufügen</translation>
  </message>
  <message>
   <source>Balance of the schedule</source>
   <translation>Ausgewogenheit des Ablaufplans</translation>
  </message>
  <message>
   <source>Cases and truth</source>
   <translation>Fälle und Wahrheit</translation>
  </message>
  <message>
   <source>Cases from a folder...</source>
   <translation>Fälle aus einem Ordner...</translation>
  </message>
  <message>
   <source>Change the design.</source>
   <translation>Das Design ändern.</translation>
  </message>
  <message>
   <source>Check files</source>
   <translation>Dateien prüfen</translation>
  </message>
  <message>
   <source>Checking ...</source>
   <translation>Wird geprüft ...</translation>
  </message>
  <message>
   <source>Conditions: what readers see of the AI</source>
   <translation>Bedingungen: was Befunder von der KI sehen</translation>
  </message>
  <message>
   <source>Files and schedule are sound.</source>
   <translation>Dateien und Ablaufplan sind in Ordnung.</translation>
  </message>
  <message>
   <source>Folder for the plan</source>
   <translation>Ordner für den Plan</translation>
  </message>
  <message>
   <source>Folder with the cases</source>
   <translation>Ordner mit den Fällen</translation>
  </message>
  <message>
   <source>Freeze...</source>
   <translation>Einfrieren...</translation>
  </message>
  <message>
   <source>Freezing ...</source>
   <translation>Wird eingefroren ...</translation>
  </message>
  <message>
   <source>Frozen: {path}. Keep a copy of the administrator's key in a safe place.</source>
   <translation>Eingefroren: {path}. Eine Kopie des Schlüssels der Studienleitung an einem sicheren Ort aufbewahren.</translation>
  </message>
  <message>
   <source>New reader study</source>
   <translation>Neue Leserstudie</translation>
  </message>
  <message>
   <source>New study folder</source>
   <translation>Neuer Studienordner</translation>
  </message>
  <message>
   <source>Questions about each case</source>
   <translation>Fragen zu jedem Fall</translation>
  </message>
  <message>
   <source>Readers</source>
   <translation>Befunder</translation>
  </message>
  <message>
   <source>Settled before the first read</source>
   <translation>Vor dem ersten Befund festgelegt</translation>
  </message>
  <message>
   <source>Table of truth</source>
   <translation>Tabelle der Wahrheit</translation>
  </message>
  <message>
   <source>The plan is complete: {cases} cases, {readers} readers.</source>
   <translation>Der Plan ist vollständig: {cases} Fälle, {readers} Befunder.</translation>
  </message>
  <message>
   <source>There are no cases yet: add them on page 5.</source>
   <translation>Es gibt noch keine Fälle: Fügen Sie sie auf Seite 5 hinzu.</translation>
  </message>
  <message>
   <source>Truth from CSV...</source>
   <translation>Wahrheit aus CSV...</translation>
  </message>
  <message>
   <source>Viewing</source>
   <translation>Betrachtung</translation>
  </message>
  <message>
   <source>Write plan...</source>
   <translation>Plan schreiben...</translation>
  </message>
  <message>
   <source>Written: {path}</source>
   <translation>Geschrieben: {path}</translation>
  </message>
  <message>
   <source>{count} rows of the table belong to no case.</source>
   <translation>{count} Zeilen der Tabelle gehören zu keinem Fall.</translation>
  </message>
  <message>
   <source>Open an image to see its header.</source>
   <translation>Ein Bild öffnen, um seinen Header zu sehen.</translation>
  </message>
  <message>
   <source>The header cannot be read.</source>
   <translation>Der Header kann nicht gelesen werden.</translation>
  </message>
  <message>
   <source>Other image</source>
   <translation>Anderes Bild</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>VR</source>
   <translation>VR</translation>
  </message>
  <message>
   <source>private attribute</source>
   <translation>privates Attribut</translation>
  </message>
  <message>
   <source>{text}…  ({size} in all)</source>
   <translation>{text}…  ({size} insgesamt)</translation>
  </message>
  <message>
   <source>Attributes</source>
   <translation>Attribute</translation>
  </message>
  <message>
   <source>Compare with image</source>
   <translation>Mit Bild vergleichen</translation>
  </message>
  <message>
   <source>Copy JSON path</source>
   <translation>JSON-Pfad kopieren</translation>
  </message>
  <message>
   <source>Copy keyword</source>
   <translation>Schlüsselwort kopieren</translation>
  </message>
  <message>
   <source>Copy row</source>
   <translation>Zeile kopieren</translation>
  </message>
  <message>
   <source>Copy value</source>
   <translation>Wert kopieren</translation>
  </message>
  <message>
   <source>De-identified mode: values that may identify are hidden.</source>
   <translation>De-identifizierter Modus: Werte, die identifizieren können, sind verborgen.</translation>
  </message>
  <message>
   <source>Differences only</source>
   <translation>Nur Unterschiede</translation>
  </message>
  <message>
   <source>Header of the image</source>
   <translation>Header des Bildes</translation>
  </message>
  <message>
   <source>Number of the image to compare with</source>
   <translation>Nummer des Bildes, mit dem verglichen wird</translation>
  </message>
  <message>
   <source>Search number, name or value</source>
   <translation>Nummer, Name oder Wert suchen</translation>
  </message>
  <message>
   <source>Search the header</source>
   <translation>Header durchsuchen</translation>
  </message>
  <message>
   <source>{count} attributes</source>
   <translation>{count} Attribute</translation>
  </message>
  <message>
   <source>{count} differ</source>
   <translation>{count} verschieden</translation>
  </message>
  <message>
   <source>{count} of {total} attributes</source>
   <translation>{count} von {total} Attributen</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>End the tour</source>
   <translation>Rundgang beenden</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Tour</source>
   <translation>Rundgang</translation>
  </message>
  <message>
   <source>New here? A tour of two minutes shows the window on generated phantoms. It stays in the Help menu.</source>
   <translation>Neu hier? Ein Rundgang von zwei Minuten zeigt das Fenster an erzeugten Phantomen. Er bleibt im Menü Hilfe.</translation>
  </message>
  <message>
   <source>Take the tour</source>
   <translation>Rundgang machen</translation>
  </message>
  <message>
   <source>Findings and overlay</source>
   <translation>Befunde und Overlay</translation>
  </message>
  <message>
   <source>Finding</source>
   <translation>Befund</translation>
  </message>
  <message>
   <source>Image {number}</source>
   <translation>Bild {number}</translation>
  </message>
  <message>
   <source>Input gate</source>
   <translation>Eingangsprüfung</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Bemerkung</translation>
  </message>
  <message>
   <source>Score</source>
   <translation>Wert</translation>
  </message>
  <message>
   <source>cannot be predicted</source>
   <translation>kann nicht vorhergesagt werden</translation>
  </message>
  <message>
   <source>Choose a model and press Start.</source>
   <translation>Ein Modell wählen und Start drücken.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Frühere</translation>
  </message>
  <message>
   <source>Earlier batches</source>
   <translation>Frühere Stapel</translation>
  </message>
  <message>
   <source>Export CSV...</source>
   <translation>CSV exportieren...</translation>
  </message>
  <message>
   <source>Export JSON...</source>
   <translation>JSON exportieren...</translation>
  </message>
  <message>
   <source>Export predictions</source>
   <translation>Vorhersagen exportieren</translation>
  </message>
  <message>
   <source>Images of the batch</source>
   <translation>Bilder des Stapels</translation>
  </message>
  <message>
   <source>Of what</source>
   <translation>Wovon</translation>
  </message>
  <message>
   <source>Predict many images</source>
   <translation>Viele Bilder vorhersagen</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Start</translation>
  </message>
  <message>
   <source>Try failed ones again</source>
   <translation>Fehlgeschlagene erneut versuchen</translation>
  </message>
  <message>
   <source>Which images</source>
   <translation>Welche Bilder</translation>
  </message>
  <message>
   <source>about {time} left</source>
   <translation>noch etwa {time}</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>none chosen</source>
   <translation>nichts gewählt</translation>
  </message>
  <message>
   <source>not kept after the program ends (de-identified mode)</source>
   <translation>nach Programmende nicht aufbewahrt (de-identifizierter Modus)</translation>
  </message>
  <message>
   <source>{count} failed</source>
   <translation>{count} fehlgeschlagen</translation>
  </message>
  <message>
   <source>{count} reach the operating point</source>
   <translation>{count} erreichen den Arbeitspunkt</translation>
  </message>
  <message>
   <source>{count} refused by the gate</source>
   <translation>{count} von der Eingangsprüfung abgelehnt</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
  <message>
   <source>All {count} open studies</source>
   <translation>Alle {count} offenen Studien</translation>
  </message>
  <message>
   <source>Choose another one.</source>
   <translation>Ein anderes wählen.</translation>
  </message>
  <message>
   <source>The model '{model}' is not there any more.</source>
   <translation>Das Modell „{model}“ ist nicht mehr da.</translation>
  </message>
  <message>
   <source>The series on the screen</source>
   <translation>Die Serie auf dem Bildschirm</translation>
  </message>
  <message>
   <source>The study on the screen</source>
   <translation>Die Studie auf dem Bildschirm</translation>
  </message>
  <message>
   <source>{count} images predicted</source>
   <translation>{count} Bilder vorhergesagt</translation>
  </message>
  <message>
   <source>{count} predictions written</source>
   <translation>{count} Vorhersagen geschrieben</translation>
  </message>
  <message>
   <source>{count} predictions written; the batch is not finished</source>
   <translation>{count} Vorhersagen geschrieben; der Stapel ist nicht fertig</translation>
  </message>
  <message>
   <source>{count} studies chosen in the worklist</source>
   <translation>{count} in der Arbeitsliste gewählte Studien</translation>
  </message>
  <message>
   <source>Marked as read</source>
   <translation>Als befundet markiert</translation>
  </message>
  <message>
   <source>Highest of {count} images</source>
   <translation>Höchster von {count} Bildern</translation>
  </message>
  <message>
   <source>Input gate: {verdict}</source>
   <translation>Eingangsprüfung: {verdict}</translation>
  </message>
  <message>
   <source>Not predicted yet.</source>
   <translation>Noch nicht vorhergesagt.</translation>
  </message>
  <message>
   <source>The input gate refused every image.</source>
   <translation>Die Eingangsprüfung hat jedes Bild abgelehnt.</translation>
  </message>
  <message>
   <source>below the operating point</source>
   <translation>unter dem Arbeitspunkt</translation>
  </message>
  <message>
   <source>no operating point</source>
   <translation>kein Arbeitspunkt</translation>
  </message>
  <message>
   <source>reaches the operating point</source>
   <translation>erreicht den Arbeitspunkt</translation>
  </message>
  <message>
   <source>Any status</source>
   <translation>Beliebiger Status</translation>
  </message>
  <message>
   <source>Mark as new (N)</source>
   <translation>Als neu markieren (N)</translation>
  </message>
  <message>
   <source>Mark as opened</source>
   <translation>Als geöffnet markieren</translation>
  </message>
  <message>
   <source>Mark as read (R)</source>
   <translation>Als befundet markieren (R)</translation>
  </message>
  <message>
   <source>No study is open. Open a folder (Ctrl+Shift+O) to see its studies here.</source>
   <translation>Keine Studie ist geöffnet. Einen Ordner öffnen (Strg+Umschalt+O), um seine Studien hier zu sehen.</translation>
  </message>
  <message>
   <source>Open (Enter)</source>
   <translation>Öffnen (Eingabe)</translation>
  </message>
  <message>
   <source>Predict the chosen studies...</source>
   <translation>Gewählte Studien vorhersagen...</translation>
  </message>
  <message>
   <source>Search patient, number, date, modality, description</source>
   <translation>Patient, Nummer, Datum, Modalität, Beschreibung suchen</translation>
  </message>
  <message>
   <source>Search the worklist</source>
   <translation>Arbeitsliste durchsuchen</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Worklist</source>
   <translation>Arbeitsliste</translation>
  </message>
  <message>
   <source>{count} chosen</source>
   <translation>{count} gewählt</translation>
  </message>
  <message>
   <source>{count} of {total} studies</source>
   <translation>{count} von {total} Studien</translation>
  </message>
  <message>
   <source>{count} studies</source>
   <translation>{count} Studien</translation>
  </message>
  <message>
   <source>Start a new batch, or install that version again.</source>
   <translation>Einen neuen Stapel beginnen oder diese Version wieder installieren.</translation>
  </message>
  <message>
   <source>Start a new batch.</source>
   <translation>Einen neuen Stapel beginnen.</translation>
  </message>
  <message>
   <source>The batch was made with {model} {version}, which is not installed any more.</source>
   <translation>Der Stapel wurde mit {model} {version} gemacht, das nicht mehr installiert ist.</translation>
  </message>
  <message>
   <source>The kept batch {name} is damaged.</source>
   <translation>Der aufbewahrte Stapel {name} ist beschädigt.</translation>
  </message>
  <message>
   <source>no images</source>
   <translation>keine Bilder</translation>
  </message>
  <message>
   <source>{count} images</source>
   <translation>{count} Bilder</translation>
  </message>
  <message>
   <source>Active reading time</source>
   <translation>Aktive Befundungszeit</translation>
  </message>
  <message>
   <source>Idle reading time</source>
   <translation>Untätige Zeit</translation>
  </message>
  <message>
   <source>1 copy of another file is listed only once.</source>
   <translation>1 Kopie einer anderen Datei ist nur einmal aufgeführt.</translation>
  </message>
  <message>
   <source>1 file does not say which study it belongs to.</source>
   <translation>1 Datei nennt die Studie nicht, zu der sie gehört.</translation>
  </message>
  <message>
   <source>Filed by its folder</source>
   <translation>Nach ihrem Ordner eingeordnet</translation>
  </message>
  <message>
   <source>The same file again</source>
   <translation>Noch einmal dieselbe Datei</translation>
  </message>
  <message>
   <source>{count} copies of other files are listed only once.</source>
   <translation>{count} Kopien anderer Dateien sind nur einmal aufgeführt.</translation>
  </message>
  <message>
   <source>{count} files could not be opened; the rest is shown.</source>
   <translation>{count} Dateien konnten nicht geöffnet werden; die übrigen werden gezeigt.</translation>
  </message>
  <message>
   <source>{count} files do not say which study they belong to.</source>
   <translation>{count} Dateien nennen die Studie nicht, zu der sie gehören.</translation>
  </message>
  <message>
   <source>{count} more remarks.</source>
   <translation>{count} weitere Bemerkungen.</translation>
  </message>
  <message>
   <source>{count} remarks on what was opened.</source>
   <translation>{count} Bemerkungen zu dem, was geöffnet wurde.</translation>
  </message>
  <message>
   <source>{ignored} files that are no images were left alone.</source>
   <translation>{ignored} Dateien, die keine Bilder sind, wurden nicht beachtet.</translation>
  </message>
  <message>
   <source>A layout of {rows} x {columns} panes does not exist.</source>
   <translation>Eine Anordnung von {rows} x {columns} Bildfeldern gibt es nicht.</translation>
  </message>
  <message>
   <source>There is no cell {number}.</source>
   <translation>Es gibt kein Bildfeld {number}.</translation>
  </message>
  <message>
   <source>image size</source>
   <translation>Bildgröße</translation>
  </message>
  <message>
   <source>modality and body part</source>
   <translation>Modalität und Körperregion</translation>
  </message>
  <message>
   <source>patient ID</source>
   <translation>Patienten-ID</translation>
  </message>
  <message>
   <source>pixel spacing</source>
   <translation>Pixelabstand</translation>
  </message>
  <message>
   <source>place in the series</source>
   <translation>Platz in der Serie</translation>
  </message>
  <message>
   <source>series description</source>
   <translation>Serienbeschreibung</translation>
  </message>
  <message>
   <source>slice position</source>
   <translation>Schichtposition</translation>
  </message>
  <message>
   <source>study date</source>
   <translation>Studiendatum</translation>
  </message>
  <message>
   <source>study description</source>
   <translation>Studienbeschreibung</translation>
  </message>
  <message>
   <source>value under the cursor</source>
   <translation>Wert unter dem Zeiger</translation>
  </message>
  <message>
   <source>The choice of corner text ({name}) cannot be used; de-identified mode is on to be safe.</source>
   <translation>Die Auswahl der Ecktexte ({name}) ist nicht verwendbar; sicherheitshalber ist der de-identifizierte Modus an.</translation>
  </message>
  <message>
   <source>{column} x {row} mm  {source}</source>
   <translation>{column} x {row} mm  {source}</translation>
  </message>
  <message>
   <source>{n} mm</source>
   <translation>{n} mm</translation>
  </message>
  <message>
   <source>A mask has to lie on its image's own grid.</source>
   <translation>Eine Maske muss auf dem Raster ihres Bildes liegen.</translation>
  </message>
  <message>
   <source>It is a CSV table with the columns {columns} (or JSON with these keys), in pixels from 0.</source>
   <translation>Es ist eine CSV-Tabelle mit den Spalten {columns} (oder JSON mit diesen Schlüsseln), in Pixeln ab 0.</translation>
  </message>
  <message>
   <source>No box lies on the image of {shape} rows and {shape_2} columns.</source>
   <translation>Kein Kasten liegt auf dem Bild mit {shape} Zeilen und {shape_2} Spalten.</translation>
  </message>
  <message>
   <source>Rows and columns are counted in pixels of the image, from 0.</source>
   <translation>Zeilen und Spalten werden in Pixeln des Bildes gezählt, ab 0.</translation>
  </message>
  <message>
   <source>The mask of {name} has {shape} x {shape_2} pixels, the image {shape_3} x {shape_4}.</source>
   <translation>Die Maske von {name} hat {shape} x {shape_2} Pixel, das Bild {shape_3} x {shape_4}.</translation>
  </message>
  <message>
   <source>The table of boxes {path} cannot be read.</source>
   <translation>Die Tabelle der Kästen {path} kann nicht gelesen werden.</translation>
  </message>
  <message>
   <source>The table of boxes {path} has no column '{missing}'.</source>
   <translation>Die Tabelle der Kästen {path} hat keine Spalte „{missing}“.</translation>
  </message>
  <message>
   <source>The table of boxes {path} is no JSON.</source>
   <translation>Die Tabelle der Kästen {path} ist kein JSON.</translation>
  </message>
  <message>
   <source>The table of boxes {path} is no list of objects.</source>
   <translation>Die Tabelle der Kästen {path} ist keine Liste von Objekten.</translation>
  </message>
  <message>
   <source>box {number}</source>
   <translation>Kasten {number}</translation>
  </message>
  <message>
   <source>line {line_num}</source>
   <translation>Zeile {line_num}</translation>
  </message>
  <message>
   <source>{place}: a box is not made of numbers.</source>
   <translation>{place}: Ein Kasten besteht nicht aus Zahlen.</translation>
  </message>
  <message>
   <source>{place}: the box is empty.</source>
   <translation>{place}: Der Kasten ist leer.</translation>
  </message>
  <message>
   <source>The map's maximum has the colour of the label's probability; within an image only the order counts.</source>
   <translation>Das Maximum der Karte hat die Farbe der Wahrscheinlichkeit des Labels; innerhalb eines Bildes zählt nur die Reihenfolge.</translation>
  </message>
  <message>
   <source>The model pack has no reference for this method, so the top is this map's own maximum; colours cannot be compared between cases.</source>
   <translation>Das Modellpaket hat keine Referenz für dieses Verfahren, daher ist das obere Ende das eigene Maximum dieser Karte; Farben sind zwischen Fällen nicht vergleichbar.</translation>
  </message>
  <message>
   <source>The same colour means the same value in every case of this model.</source>
   <translation>Dieselbe Farbe bedeutet in jedem Fall dieses Modells denselben Wert.</translation>
  </message>
  <message>
   <source>The top is this map's own maximum; colours cannot be compared between cases.</source>
   <translation>Das obere Ende ist das eigene Maximum dieser Karte; Farben sind zwischen Fällen nicht vergleichbar.</translation>
  </message>
  <message>
   <source>Distance from its own data {distance} (unusual above {flag_above}, refused above {refuse_above})</source>
   <translation>Abstand von den eigenen Daten {distance} (ungewöhnlich über {flag_above}, abgelehnt über {refuse_above})</translation>
  </message>
  <message>
   <source>Input gate: flagged</source>
   <translation>Eingangsprüfung: auffällig</translation>
  </message>
  <message>
   <source>Input gate: in domain</source>
   <translation>Eingangsprüfung: passend</translation>
  </message>
  <message>
   <source>Input gate: refused, the scores mean nothing</source>
   <translation>Eingangsprüfung: abgelehnt, die Werte bedeuten nichts</translation>
  </message>
  <message>
   <source>It was set on version {model_version}, not on the {version} that ran.</source>
   <translation>Er wurde an Version {model_version} gesetzt, nicht an der Version {version}, die gerechnet hat.</translation>
  </message>
  <message>
   <source>Measured on {source}.</source>
   <translation>Gemessen an {source}.</translation>
  </message>
  <message>
   <source>Predicted in {seconds} ms on {device}</source>
   <translation>Vorhergesagt in {seconds} ms auf {device}</translation>
  </message>
  <message>
   <source>Predicted in {seconds} s on {device}</source>
   <translation>Vorhergesagt in {seconds} s auf {device}</translation>
  </message>
  <message>
   <source>Probabilities calibrated on held-out data</source>
   <translation>Wahrscheinlichkeiten an zurückgehaltenen Daten kalibriert</translation>
  </message>
  <message>
   <source>Probabilities not calibrated</source>
   <translation>Wahrscheinlichkeiten nicht kalibriert</translation>
  </message>
  <message>
   <source>The source of the operating point is not stated.</source>
   <translation>Die Herkunft des Arbeitspunkts ist nicht angegeben.</translation>
  </message>
  <message>
   <source>op. point {threshold}</source>
   <translation>Arbeitspunkt {threshold}</translation>
  </message>
  <message>
   <source>sens {sensitivity}</source>
   <translation>Sens. {sensitivity}</translation>
  </message>
  <message>
   <source>spec {specificity}</source>
   <translation>Spez. {specificity}</translation>
  </message>
  <message>
   <source>A grid has 1 to 3 rows and columns.</source>
   <translation>Ein Raster hat 1 bis 3 Zeilen und Spalten.</translation>
  </message>
  <message>
   <source>Counting starts at 1.</source>
   <translation>Gezählt wird ab 1.</translation>
  </message>
  <message>
   <source>Give at least one cell, and no more than there are panes.</source>
   <translation>Mindestens eine Zelle angeben, und nicht mehr, als es Bildfelder gibt.</translation>
  </message>
  <message>
   <source>It is "R" or "L".</source>
   <translation>Verlangt ist "R" oder "L".</translation>
  </message>
  <message>
   <source>Leave out 'optional' in at least one cell.</source>
   <translation>In mindestens einer Zelle 'optional' weglassen.</translation>
  </message>
  <message>
   <source>The program's own hanging rules are used.</source>
   <translation>Die Hängeprotokolle des Programms werden verwendet.</translation>
  </message>
  <message>
   <source>Write "width/level", or one of: {known}.</source>
   <translation>"Weite/Zentrum" schreiben oder eines von: {known}.</translation>
  </message>
  <message>
   <source>Write a regular expression.</source>
   <translation>Einen regulären Ausdruck schreiben.</translation>
  </message>
  <message>
   <source>Your hanging rules ({name}) cannot be read: {error}. The program's own are used.</source>
   <translation>Ihre Hängeprotokolle ({name}) können nicht gelesen werden: {error}. Die des Programms werden verwendet.</translation>
  </message>
  <message>
   <source>{file}: the rule '{name}'</source>
   <translation>{file}: das Hängeprotokoll „{name}“</translation>
  </message>
  <message>
   <source>{where} fits every study.</source>
   <translation>{where} passt zu jeder Studie.</translation>
  </message>
  <message>
   <source>{where} has nth = {nth}.</source>
   <translation>{where} hat nth = {nth}.</translation>
  </message>
  <message>
   <source>{where} has the laterality '{laterality}'.</source>
   <translation>{where} hat die Lateralität „{laterality}“.</translation>
  </message>
  <message>
   <source>{where} has the pattern '{pattern}', which is none: {error}.</source>
   <translation>{where} hat das Muster „{pattern}“, das keines ist: {error}.</translation>
  </message>
  <message>
   <source>{where} has {count} cells for {rows} x {columns} panes.</source>
   <translation>{where} hat {count} Zellen für {rows} x {columns} Bildfelder.</translation>
  </message>
  <message>
   <source>{where} has {rows} x {columns} panes.</source>
   <translation>{where} hat {rows} x {columns} Bildfelder.</translation>
  </message>
  <message>
   <source>{where} names the window '{window}', which no modality of the rule has.</source>
   <translation>{where} nennt das Fenster „{window}“, das keine Modalität des Protokolls hat.</translation>
  </message>
  <message>
   <source>{broken} damaged entries of {name} were left out.</source>
   <translation>{broken} beschädigte Einträge von {name} wurden weggelassen.</translation>
  </message>
  <message>
   <source>{name} cannot be read ({strerror}).</source>
   <translation>{name} kann nicht gelesen werden ({strerror}).</translation>
  </message>
  <message>
   <source>Choose a file that radviewer exported.</source>
   <translation>Eine Datei wählen, die radviewer exportiert hat.</translation>
  </message>
  <message>
   <source>Export the keys again.</source>
   <translation>Die Tasten erneut exportieren.</translation>
  </message>
  <message>
   <source>The file has no [keys] in it.</source>
   <translation>In der Datei steht kein [keys].</translation>
  </message>
  <message>
   <source>The file of keys is damaged ({error}).</source>
   <translation>Die Tastendatei ist beschädigt ({error}).</translation>
  </message>
  <message>
   <source>The key {key} is that of '{other}' and of '{name}'; '{other}' keeps it.</source>
   <translation>Die Taste {key} ist die von „{other}“ und von „{name}“; „{other}“ behält sie.</translation>
  </message>
  <message>
   <source>The keys could not be read ({error}); the defaults are used.</source>
   <translation>Die Tasten konnten nicht gelesen werden ({error}); die Voreinstellungen gelten.</translation>
  </message>
  <message>
   <source>The keys of '{name}' must be a list of texts; they were ignored.</source>
   <translation>Die Tasten von „{name}“ müssen eine Liste von Texten sein; sie wurden nicht beachtet.</translation>
  </message>
  <message>
   <source>There is no action '{name}'; its keys were ignored.</source>
   <translation>Es gibt keine Aktion „{name}“; ihre Tasten wurden nicht beachtet.</translation>
  </message>
  <message>
   <source>The kept layouts are no table; the defaults are used.</source>
   <translation>Die aufbewahrten Anordnungen sind keine Tabelle; die Voreinstellungen gelten.</translation>
  </message>
  <message>
   <source>The kept layouts could not be read ({error}); the defaults are used.</source>
   <translation>Die aufbewahrten Anordnungen konnten nicht gelesen werden ({error}); die Voreinstellungen gelten.</translation>
  </message>
  <message>
   <source>The kept {name} of layouts cannot be used ({error}); the defaults are.</source>
   <translation>Aus den aufbewahrten Anordnungen ist {name} nicht verwendbar ({error}); die Voreinstellungen gelten.</translation>
  </message>
  <message>
   <source>the shares of {name} do not fit</source>
   <translation>die Anteile von {name} passen nicht</translation>
  </message>
  <message>
   <source>A calibration needs a distance above 0.</source>
   <translation>Eine Kalibrierung braucht eine Distanz über 0.</translation>
  </message>
  <message>
   <source>Draw it along something of known length.</source>
   <translation>Sie entlang von etwas mit bekannter Länge zeichnen.</translation>
  </message>
  <message>
   <source>delete all of an image</source>
   <translation>alle eines Bildes löschen</translation>
  </message>
  <message>
   <source>delete {title}</source>
   <translation>{title} löschen</translation>
  </message>
  <message>
   <source>mark key image</source>
   <translation>Schlüsselbild markieren</translation>
  </message>
  <message>
   <source>rename {title}</source>
   <translation>{title} umbenennen</translation>
  </message>
  <message>
   <source>unmark key image</source>
   <translation>Markierung des Schlüsselbilds wegnehmen</translation>
  </message>
  <message>
   <source>An entry is no measurement ({type}).</source>
   <translation>Ein Eintrag ist keine Messung ({type}).</translation>
  </message>
  <message>
   <source>It stays on the screen and is kept with the next change; check the disk's space and permissions.</source>
   <translation>Sie bleibt auf dem Bildschirm und wird mit der nächsten Änderung aufbewahrt; Platz und Rechte des Datenträgers prüfen.</translation>
  </message>
  <message>
   <source>{damaged} damaged {lines} in the kept measurements of this image; the others are there.</source>
   <translation>{damaged} beschädigte {lines} in den aufbewahrten Messungen dieses Bildes; die anderen sind da.</translation>
  </message>
  <message>
   <source>{name}: the measurements are too large to be read.</source>
   <translation>{name}: Die Messungen sind zu groß, um gelesen zu werden.</translation>
  </message>
  <message>
   <source>{name}: the measurements cannot be read ({strerror}).</source>
   <translation>{name}: Die Messungen können nicht gelesen werden ({strerror}).</translation>
  </message>
  <message>
   <source>{parent}: a measurement cannot be kept ({strerror}).</source>
   <translation>{parent}: Eine Messung kann nicht aufbewahrt werden ({strerror}).</translation>
  </message>
  <message>
   <source>Give it such an ending.</source>
   <translation>Eine solche Endung geben.</translation>
  </message>
  <message>
   <source>key image</source>
   <translation>Schlüsselbild</translation>
  </message>
  <message>
   <source>radviewer measurements</source>
   <translation>Messungen von radviewer</translation>
  </message>
  <message>
   <source>{name}: measurements are written as .csv or .json.</source>
   <translation>{name}: Messungen werden als .csv oder .json geschrieben.</translation>
  </message>
  <message>
   <source>min {value_number}  max {value_number_2}</source>
   <translation>Min. {value_number}  Max. {value_number_2}</translation>
  </message>
  <message>
   <source>no pixel inside</source>
   <translation>kein Pixel darin</translation>
  </message>
  <message>
   <source>not a number</source>
   <translation>keine Zahl</translation>
  </message>
  <message>
   <source>{rounded} cm{square}</source>
   <translation>{rounded} cm{square}</translation>
  </message>
  <message>
   <source>The models have no label in common.</source>
   <translation>Die Modelle haben kein gemeinsames Label.</translation>
  </message>
  <message>
   <source>The probabilities of at least one model are not calibrated: a difference may be one of scale.</source>
   <translation>Die Wahrscheinlichkeiten mindestens eines Modells sind nicht kalibriert: Ein Unterschied kann einer der Skala sein.</translation>
  </message>
  <message>
   <source>{name}: the input gate flagged this image. {reasons}</source>
   <translation>{name}: Der Eingangsprüfung ist dieses Bild aufgefallen. {reasons}</translation>
  </message>
  <message>
   <source>{name}: the input gate refused this image, so its scores are not compared. {reasons}</source>
   <translation>{name}: Die Eingangsprüfung hat dieses Bild abgelehnt, daher werden seine Werte nicht verglichen. {reasons}</translation>
  </message>
  <message>
   <source>## Input gate</source>
   <translation>## Eingangsprüfung</translation>
  </message>
  <message>
   <source>## Labels and operating points</source>
   <translation>## Label und Arbeitspunkte</translation>
  </message>
  <message>
   <source>(set on version {model_version})</source>
   <translation>(gesetzt an Version {model_version})</translation>
  </message>
  <message>
   <source>**Intended use.** {plain}</source>
   <translation>**Zweckbestimmung.** {plain}</translation>
  </message>
  <message>
   <source>Does not measure how unlike its own data an image is.</source>
   <translation>Misst nicht, wie unähnlich ein Bild den eigenen Daten ist.</translation>
  </message>
  <message>
   <source>Flags an image whose {what} is outside {low} to {high}.</source>
   <translation>Meldet ein Bild, dessen Wert ({what}) außerhalb von {low} bis {high} liegt.</translation>
  </message>
  <message>
   <source>Flags other body parts than {body_parts}, where the header gives one.</source>
   <translation>Meldet andere Körperregionen als {body_parts}, wo der Header eine nennt.</translation>
  </message>
  <message>
   <source>It cannot be used.</source>
   <translation>Es ist nicht verwendbar.</translation>
  </message>
  <message>
   <source>Measures how unlike its own data an image is: unusual above a distance of {flag_above}, refused above {refuse_above} (set on {plain}).</source>
   <translation>Misst, wie unähnlich ein Bild den eigenen Daten ist: ungewöhnlich über einem Abstand von {flag_above}, abgelehnt über {refuse_above} (gesetzt an {plain}).</translation>
  </message>
  <message>
   <source>Probabilities are calibrated on {plain}.</source>
   <translation>Wahrscheinlichkeiten sind kalibriert an {plain}.</translation>
  </message>
  <message>
   <source>Probabilities are not calibrated.</source>
   <translation>Wahrscheinlichkeiten sind nicht kalibriert.</translation>
  </message>
  <message>
   <source>Refuses colour pictures.</source>
   <translation>Lehnt Farbbilder ab.</translation>
  </message>
  <message>
   <source>Refuses other modalities than {modalities}, where the header gives one.</source>
   <translation>Lehnt andere Modalitäten als {modalities} ab, wo der Header eine nennt.</translation>
  </message>
  <message>
   <source>came with the program</source>
   <translation>kam mit dem Programm</translation>
  </message>
  <message>
   <source>contrast (standard deviation)</source>
   <translation>Kontrast (Standardabweichung)</translation>
  </message>
  <message>
   <source>detail and noise</source>
   <translation>Detail und Rauschen</translation>
  </message>
  <message>
   <source>from {origin}</source>
   <translation>aus {origin}</translation>
  </message>
  <message>
   <source>grey value at the border</source>
   <translation>Grauwert am Rand</translation>
  </message>
  <message>
   <source>in a given folder</source>
   <translation>in einem angegebenen Ordner</translation>
  </message>
  <message>
   <source>in your own folder</source>
   <translation>in Ihrem eigenen Ordner</translation>
  </message>
  <message>
   <source>mean grey value</source>
   <translation>mittlerer Grauwert</translation>
  </message>
  <message>
   <source>share of dark background</source>
   <translation>Anteil dunklen Hintergrunds</translation>
  </message>
  <message>
   <source>| label | operating point | sensitivity | specificity | measured on |</source>
   <translation>| Label | Arbeitspunkt | Sensitivität | Spezifität | gemessen an |</translation>
  </message>
  <message>
   <source>A model with the id '{id}' is installed already.</source>
   <translation>Ein Modell mit der Kennung „{id}“ ist schon installiert.</translation>
  </message>
  <message>
   <source>All checksums are right, and {cases} golden cases agree to {largest_difference} (allowed {tolerance}) on {device}.</source>
   <translation>Alle Prüfsummen stimmen, und {cases} Referenzfälle stimmen auf {largest_difference} überein (erlaubt {tolerance}), auf {device}.</translation>
  </message>
  <message>
   <source>Close what uses it and try again.</source>
   <translation>Schließen, was es benutzt, und erneut versuchen.</translation>
  </message>
  <message>
   <source>Do not use the model on this machine; install it again, or another version of torch.</source>
   <translation>Das Modell auf diesem Rechner nicht verwenden; es erneut installieren, oder eine andere Version von torch.</translation>
  </message>
  <message>
   <source>Only own packs are removed.</source>
   <translation>Nur eigene Pakete werden entfernt.</translation>
  </message>
  <message>
   <source>Remove it first, or give the new pack another id.</source>
   <translation>Zuerst dieses entfernen oder dem neuen Paket eine andere Kennung geben.</translation>
  </message>
  <message>
   <source>The golden cases of {id} differ by {largest_difference}, more than {tolerance}.</source>
   <translation>Die Referenzfälle von {id} weichen um {largest_difference} ab, mehr als {tolerance}.</translation>
  </message>
  <message>
   <source>{folder} cannot be removed ({strerror}).</source>
   <translation>{folder} kann nicht entfernt werden ({strerror}).</translation>
  </message>
  <message>
   <source>{folder} is not in your own folder of models.</source>
   <translation>{folder} liegt nicht in Ihrem eigenen Modellordner.</translation>
  </message>
  <message>
   <source>The window presets in windows.toml are malformed: {error}.</source>
   <translation>Die Fenstervoreinstellungen in windows.toml sind fehlerhaft: {error}.</translation>
  </message>
  <message>
   <source>Your window presets ({name}) cannot be used: {error}. The program's own are used.</source>
   <translation>Ihre Fenstervoreinstellungen ({name}) sind nicht verwendbar: {error}. Die des Programms werden verwendet.</translation>
  </message>
  <message>
   <source>a window of {modality} lacks its name, center or width</source>
   <translation>einem Fenster von {modality} fehlt name, center oder width</translation>
  </message>
  <message>
   <source>the window '{name}' of {modality} has a width that cannot be</source>
   <translation>das Fenster „{name}“ von {modality} hat eine Weite, die nicht sein kann</translation>
  </message>
  <message>
   <source>windows are written as [[MODALITY]] tables</source>
   <translation>Fenster werden als Tabellen [[MODALITY]] geschrieben</translation>
  </message>
  <message>
   <source>1 day before</source>
   <translation>1 Tag zuvor</translation>
  </message>
  <message>
   <source>same day</source>
   <translation>am selben Tag</translation>
  </message>
  <message>
   <source>{days} days before</source>
   <translation>{days} Tage zuvor</translation>
  </message>
  <message>
   <source>{months} months before</source>
   <translation>{months} Monate zuvor</translation>
  </message>
  <message>
   <source>{years} years before</source>
   <translation>{years} Jahre zuvor</translation>
  </message>
  <message>
   <source>Choose a new folder.</source>
   <translation>Einen neuen Ordner wählen.</translation>
  </message>
  <message>
   <source>{folder} is not empty.</source>
   <translation>{folder} ist nicht leer.</translation>
  </message>
  <message>
   <source>Choose the folder whose folders or files are the cases.</source>
   <translation>Den Ordner wählen, dessen Ordner oder Dateien die Fälle sind.</translation>
  </message>
  <message>
   <source>Give it in the table, or read a CSV.</source>
   <translation>Sie in der Tabelle angeben oder eine CSV-Datei lesen.</translation>
  </message>
  <message>
   <source>It has: {columns}.</source>
   <translation>Es gibt: {columns}.</translation>
  </message>
  <message>
   <source>cases: the truth of {name} is not given.</source>
   <translation>cases: Die Wahrheit von {name} ist nicht angegeben.</translation>
  </message>
  <message>
   <source>cases: {name}</source>
   <translation>cases: {name}</translation>
  </message>
  <message>
   <source>folder {name}</source>
   <translation>Ordner {name}</translation>
  </message>
  <message>
   <source>{folder} cannot be read ({strerror}).</source>
   <translation>{folder} kann nicht gelesen werden ({strerror}).</translation>
  </message>
  <message>
   <source>{folder} holds no case.</source>
   <translation>{folder} enthält keinen Fall.</translation>
  </message>
  <message>
   <source>{name} line {number}: ai_score is {ai_score}.</source>
   <translation>{name} Zeile {number}: ai_score ist {ai_score}.</translation>
  </message>
  <message>
   <source>{name} line {number}: truth is {truth}.</source>
   <translation>{name} Zeile {number}: truth ist {truth}.</translation>
  </message>
  <message>
   <source>{name} needs the columns case and truth.</source>
   <translation>{name} braucht die Spalten case und truth.</translation>
  </message>
  <message>
   <source>Choose another folder; nothing is overwritten.</source>
   <translation>Einen anderen Ordner wählen; nichts wird überschrieben.</translation>
  </message>
  <message>
   <source>{path} cannot be written ({strerror}).</source>
   <translation>{path} kann nicht geschrieben werden ({strerror}).</translation>
  </message>
  <message>
   <source>Choose the administrator's key file.</source>
   <translation>Die Schlüsseldatei der Studienleitung wählen.</translation>
  </message>
  <message>
   <source>Name a key file with --keys.</source>
   <translation>Mit --keys eine Schlüsseldatei nennen.</translation>
  </message>
  <message>
   <source>The administrator's key of {study_id} is not in {anchors}.</source>
   <translation>Der Schlüssel der Studienleitung von {study_id} ist nicht in {anchors}.</translation>
  </message>
  <message>
   <source>There are no keys of {study_id} in {folder}.</source>
   <translation>Es gibt keine Schlüssel von {study_id} in {folder}.</translation>
  </message>
  <message>
   <source>Tell the study's administrator.</source>
   <translation>Bitte die Studienleitung verständigen.</translation>
  </message>
  <message>
   <source>The files of this case hold no image.</source>
   <translation>Die Dateien dieses Falls enthalten kein Bild.</translation>
  </message>
  <message>
   <source>, calibrated by fiducials</source>
   <translation>, kalibriert mit Referenzmarken</translation>
  </message>
  <message>
   <source>, calibrated by geometry</source>
   <translation>, kalibriert nach der Geometrie</translation>
  </message>
  <message>
   <source>Imager Pixel Spacing, at the detector</source>
   <translation>Imager Pixel Spacing, am Detektor</translation>
  </message>
  <message>
   <source>from the file header</source>
   <translation>aus dem Datei-Header</translation>
  </message>
  <message>
   <source>{length} mm</source>
   <translation>{length} mm</translation>
  </message>
  <message>
   <source>and {more} more</source>
   <translation>und {more} weitere</translation>
  </message>
  <message>
   <source>{images} images</source>
   <translation>{images} Bilder</translation>
  </message>
  <message>
   <source>Decoder</source>
   <translation>Decoder</translation>
  </message>
  <message>
   <source>Inverted for display</source>
   <translation>Für die Anzeige invertiert</translation>
  </message>
  <message>
   <source>Nothing odd was found in this file.</source>
   <translation>An dieser Datei war nichts auffällig.</translation>
  </message>
  <message>
   <source>Pixel spacing</source>
   <translation>Pixelabstand</translation>
  </message>
  <message>
   <source>Pixels</source>
   <translation>Pixel</translation>
  </message>
  <message>
   <source>To modality values</source>
   <translation>Zu Modalitätswerten</translation>
  </message>
  <message>
   <source>Transfer syntax</source>
   <translation>Transfersyntax</translation>
  </message>
  <message>
   <source>look-up table</source>
   <translation>Umsetzungstabelle (LUT)</translation>
  </message>
  <message>
   <source>unknown: lengths are uncalibrated</source>
   <translation>unbekannt: Längen sind nicht kalibriert</translation>
  </message>
  <message>
   <source>{columns} x {rows}, {dtype}, {bits_stored} bits, {photometric}</source>
   <translation>{columns} x {rows}, {dtype}, {bits_stored} Bit, {photometric}</translation>
  </message>
  <message>
   <source>{count} remarks on this image</source>
   <translation>{count} Bemerkungen zu diesem Bild</translation>
  </message>
  <message>
   <source>{row} x {column} mm ({kind})</source>
   <translation>{row} x {column} mm ({kind})</translation>
  </message>
  <message>
   <source>(nothing above the threshold)</source>
   <translation>(nichts über der Schwelle)</translation>
  </message>
  <message>
   <source>Drag a series here</source>
   <translation>Eine Serie hierher ziehen</translation>
  </message>
  <message>
   <source>The input gate does not vouch for this image</source>
   <translation>Die Eingangsprüfung bürgt nicht für dieses Bild</translation>
  </message>
  <message>
   <source>This image cannot be shown</source>
   <translation>Dieses Bild kann nicht gezeigt werden</translation>
  </message>
  <message>
   <source>at {layer}</source>
   <translation>an {layer}</translation>
  </message>
  <message>
   <source>{name} is below its operating point</source>
   <translation>{name} liegt unter seinem Arbeitspunkt</translation>
  </message>
  <message>
   <source>Please install radviewer again.</source>
   <translation>Bitte radviewer erneut installieren.</translation>
  </message>
  <message>
   <source>The program's resources folder is missing.</source>
   <translation>Der Ressourcenordner des Programms fehlt.</translation>
  </message>
  <message>
   <source>The resource '{name}' is missing.</source>
   <translation>Die Ressource „{name}“ fehlt.</translation>
  </message>
  <message>
   <source>Please open the studies again.</source>
   <translation>Bitte die Studien erneut öffnen.</translation>
  </message>
  <message>
   <source>What is open cannot be noted ({strerror}).</source>
   <translation>Was geöffnet ist, kann nicht festgehalten werden ({strerror}).</translation>
  </message>
  <message>
   <source>What was open could not be read.</source>
   <translation>Was geöffnet war, konnte nicht gelesen werden.</translation>
  </message>
  <message>
   <source>The setting '{name}' cannot be {raw} ({error}); its default is used.</source>
   <translation>Die Einstellung „{name}“ kann nicht {raw} sein ({error}); ihre Voreinstellung gilt.</translation>
  </message>
  <message>
   <source>The settings could not be read ({error}); the defaults are used.</source>
   <translation>Die Einstellungen konnten nicht gelesen werden ({error}); die Voreinstellungen gelten.</translation>
  </message>
  <message>
   <source>The settings have an unknown entry '{name}'; it was ignored.</source>
   <translation>Die Einstellungen haben einen unbekannten Eintrag „{name}“; er wurde nicht beachtet.</translation>
  </message>
  <message>
   <source>it must be a {type}</source>
   <translation>verlangt ist {type}</translation>
  </message>
  <message>
   <source>it must be from {low} to {high}</source>
   <translation>verlangt ist {low} bis {high}</translation>
  </message>
  <message>
   <source>The record is whole</source>
   <translation>Die Aufzeichnung ist unversehrt</translation>
  </message>
  <message>
   <source>{state}: {records} entries checked.</source>
   <translation>{state}: {records} Einträge geprüft.</translation>
  </message>
  <message>
   <source>{count} cells, {active} active, do not fit {boards}.</source>
   <translation>{count} Bildfelder, {active} aktiv, passen nicht zu {boards}.</translation>
  </message>
  <message>
   <source>Sham advice in {sham_share} of the cases, declared in the plan. Debriefed: {told}.</source>
   <translation>Scheinrat in {sham_share} der Fälle, im Plan offengelegt. Aufgeklärt: {told}.</translation>
  </message>
  <message>
   <source>The washout before period {period} of {reader} was overridden.</source>
   <translation>Die Auswaschzeit vor Abschnitt {period} von {reader} wurde aufgehoben.</translation>
  </message>
  <message>
   <source>Time limit of {case_seconds} s for a case, shown and not enforced.</source>
   <translation>Zeitvorgabe von {case_seconds} s für einen Fall, gezeigt und nicht erzwungen.</translation>
  </message>
  <message>
   <source>Truth and calls sealed to the administrator until the unblinding, which is in the ledger.</source>
   <translation>Wahrheit und Urteile sind bis zur Entblindung, die im Prüfpfad steht, für die Studienleitung versiegelt.</translation>
  </message>
  <message>
   <source>nobody yet</source>
   <translation>noch niemand</translation>
  </message>
  <message>
   <source>the chain is whole</source>
   <translation>die Kette ist unversehrt</translation>
  </message>
  <message>
   <source>types dealt to the cases, balanced for each reader and each case:</source>
   <translation>den Fällen zugeteilte Arten, ausgewogen für jeden Befunder und jeden Fall:</translation>
  </message>
  <message>
   <source>with feedback</source>
   <translation>mit Rückmeldung</translation>
  </message>
  <message>
   <source>{algorithm}, seed {seed}, counterbalanced over {counterbalance}; schedule {hash}</source>
   <translation>{algorithm}, Startwert {seed}, ausbalanciert über {counterbalance}; Ablaufplan {hash}</translation>
  </message>
  <message>
   <source>{now} UTC, by radviewer, against {anchors} anchor(s)</source>
   <translation>{now} UTC, durch radviewer, Anker: {anchors}</translation>
  </message>
  <message>
   <source>{training} practice cases</source>
   <translation>{training} Übungsfälle</translation>
  </message>
  <message>
   <source>Agreement of methods</source>
   <translation>Übereinstimmung der Verfahren</translation>
  </message>
  <message>
   <source>Area under the label's probability while pixels go (deletion, low is good) or come (insertion, high).</source>
   <translation>Fläche unter der Wahrscheinlichkeit des Labels, während Pixel gehen (Löschen, niedrig ist gut) oder kommen (Einfügen, hoch ist gut).</translation>
  </message>
  <message>
   <source>Better than shuffled models</source>
   <translation>Besser als gemischte Modelle</translation>
  </message>
  <message>
   <source>Deletion, area</source>
   <translation>Löschen, Fläche</translation>
  </message>
  <message>
   <source>Grad-CAM maps of models that memorised random labels move under most harmless changes of the image.</source>
   <translation>Grad-CAM-Karten von Modellen, die zufällige Label auswendig gelernt haben, wandern bei den meisten harmlosen Änderungen des Bildes.</translation>
  </message>
  <message>
   <source>How the map lies to the boxes or the mask that were opened as known evidence.</source>
   <translation>Wie die Karte zu den Kästen oder der Maske liegt, die als bekannter Nachweis geöffnet wurden.</translation>
  </message>
  <message>
   <source>Insertion, area</source>
   <translation>Einfügen, Fläche</translation>
  </message>
  <message>
   <source>Likeness to shuffled models</source>
   <translation>Ähnlichkeit mit gemischten Modellen</translation>
  </message>
  <message>
   <source>Overlap (IoU) of the strongest tenth with other methods; unrelated maps have about 0.05.</source>
   <translation>Überlappung (IoU) des stärksten Zehntels mit anderen Verfahren; unabhängige Karten haben etwa 0,05.</translation>
  </message>
  <message>
   <source>Overlap of the strongest tenth before and after a change that a reader would not call one.</source>
   <translation>Überlappung des stärksten Zehntels vor und nach einer Änderung, die ein Befunder nicht so nennen würde.</translation>
  </message>
  <message>
   <source>Overlap with it (IoU)</source>
   <translation>Überlappung damit (IoU)</translation>
  </message>
  <message>
   <source>Peak on the evidence</source>
   <translation>Maximum auf dem Nachweis</translation>
  </message>
  <message>
   <source>Rank correlation with maps of networks whose weights were shuffled; a map that stays knows nothing.</source>
   <translation>Rangkorrelation mit Karten von Netzen, deren Gewichte gemischt wurden; eine Karte, die bleibt, weiß nichts.</translation>
  </message>
  <message>
   <source>Share of networks, shuffled ones and this one, whose score follows their map as well; low is good.</source>
   <translation>Anteil der Netze, der gemischten und dieses, deren Wert ihrer Karte ebenso gut folgt; niedrig ist gut.</translation>
  </message>
  <message>
   <source>Share of the image that it is</source>
   <translation>Anteil des Nachweises am Bild</translation>
  </message>
  <message>
   <source>Share of the map on it</source>
   <translation>Anteil der Karte darauf</translation>
  </message>
  <message>
   <source>Stable under noise</source>
   <translation>Stabil unter Rauschen</translation>
  </message>
  <message>
   <source>Stable when mirrored</source>
   <translation>Stabil beim Spiegeln</translation>
  </message>
  <message>
   <source>Stable when moved</source>
   <translation>Stabil beim Verschieben</translation>
  </message>
  <message>
   <source>Unlike memorised labels</source>
   <translation>Anders als auswendig gelernte Label</translation>
  </message>
  <message>
   <source>Choose a series in grey.</source>
   <translation>Eine Graustufenserie wählen.</translation>
  </message>
  <message>
   <source>Choose a series of at least two slices.</source>
   <translation>Eine Serie mit mindestens zwei Schichten wählen.</translation>
  </message>
  <message>
   <source>Choose a smaller series.</source>
   <translation>Eine kleinere Serie wählen.</translation>
  </message>
  <message>
   <source>Colour images are not reformatted.</source>
   <translation>Farbbilder werden nicht reformatiert.</translation>
  </message>
  <message>
   <source>None of the images of this series could be read.</source>
   <translation>Keines der Bilder dieser Serie konnte gelesen werden.</translation>
  </message>
  <message>
   <source>One image is no volume.</source>
   <translation>Ein Bild ist kein Volumen.</translation>
  </message>
  <message>
   <source>The file does not say how it lies in the patient; sides are not named.</source>
   <translation>Die Datei sagt nicht, wie sie im Patienten liegt; Seiten werden nicht benannt.</translation>
  </message>
  <message>
   <source>The volume would take {size} GiB of memory.</source>
   <translation>Das Volumen würde {size} GiB Arbeitsspeicher brauchen.</translation>
  </message>
  <message>
   <source>image {index}: {reason}</source>
   <translation>Bild {index}: {reason}</translation>
  </message>
  <message>
   <source>no longer wanted</source>
   <translation>nicht mehr gewünscht</translation>
  </message>
  <message>
   <source>{count} images could not be read ({failed}).</source>
   <translation>{count} Bilder konnten nicht gelesen werden ({failed}).</translation>
  </message>
  <message>
   <source>A score in {file_name} is of another form and was left out.</source>
   <translation>Ein Wert in {file_name} hat eine andere Form und wurde weggelassen.</translation>
  </message>
  <message>
   <source>1 × 1</source>
   <translation>1 × 1</translation>
  </message>
  <message>
   <source>1 × 2</source>
   <translation>1 × 2</translation>
  </message>
  <message>
   <source>1 × 3</source>
   <translation>1 × 3</translation>
  </message>
  <message>
   <source>1:1</source>
   <translation>1:1</translation>
  </message>
  <message>
   <source>2 panes.</source>
   <translation>2 Bildfelder.</translation>
  </message>
  <message>
   <source>2 × 1</source>
   <translation>2 × 1</translation>
  </message>
  <message>
   <source>2 × 2</source>
   <translation>2 × 2</translation>
  </message>
  <message>
   <source>2 × 3</source>
   <translation>2 × 3</translation>
  </message>
  <message>
   <source>3 panes.</source>
   <translation>3 Bildfelder.</translation>
  </message>
  <message>
   <source>3 × 1</source>
   <translation>3 × 1</translation>
  </message>
  <message>
   <source>3 × 2</source>
   <translation>3 × 2</translation>
  </message>
  <message>
   <source>3 × 3</source>
   <translation>3 × 3</translation>
  </message>
  <message>
   <source>4 panes.</source>
   <translation>4 Bildfelder.</translation>
  </message>
  <message>
   <source>6 panes.</source>
   <translation>6 Bildfelder.</translation>
  </message>
  <message>
   <source>9 panes.</source>
   <translation>9 Bildfelder.</translation>
  </message>
  <message>
   <source>A folder of masks, by file name or as DICOM segmentations.</source>
   <translation>Ein Ordner mit Masken, nach Dateinamen oder als DICOM-Segmentierungen.</translation>
  </message>
  <message>
   <source>A lens at the cursor.</source>
   <translation>Eine Lupe am Mauszeiger.</translation>
  </message>
  <message>
   <source>A table of boxes, or one mask: trust cards then say whether the map's peak lies on it.</source>
   <translation>Eine Tabelle mit Kästen oder eine Maske: Vertrauenskarten sagen dann, ob das Maximum der Karte darauf liegt.</translation>
  </message>
  <message>
   <source>A window over the middle 99 % of the values.</source>
   <translation>Ein Fenster über die mittleren 99 % der Werte.</translation>
  </message>
  <message>
   <source>Administer a study...</source>
   <translation>Studie verwalten...</translation>
  </message>
  <message>
   <source>All attributes of the file as a tree, with search, copy and comparison.</source>
   <translation>Alle Attribute der Datei als Baum, mit Suche, Kopieren und Vergleich.</translation>
  </message>
  <message>
   <source>All open studies as a table, with marks and scores; Enter opens one.</source>
   <translation>Alle offenen Studien als Tabelle, mit Markierungen und Werten; Eingabe öffnet eine.</translation>
  </message>
  <message>
   <source>All settings, with a search.</source>
   <translation>Alle Einstellungen, mit Suche.</translation>
  </message>
  <message>
   <source>An arrow with words.</source>
   <translation>Ein Pfeil mit Worten.</translation>
  </message>
  <message>
   <source>Annotations</source>
   <translation>Anmerkungen</translation>
  </message>
  <message>
   <source>Applies the hanging rules to a study that opens in an empty window.</source>
   <translation>Wendet die Hängeprotokolle auf eine Studie an, die in einem leeren Fenster geöffnet wird.</translation>
  </message>
  <message>
   <source>Applies window 1: the image's own DICOM windows first, then the presets of its modality.</source>
   <translation>Wendet Fenster 1 an: zuerst die DICOM-Fenster des Bildes, dann die Voreinstellungen seiner Modalität.</translation>
  </message>
  <message>
   <source>Applies window 2: the image's own DICOM windows first, then the presets of its modality.</source>
   <translation>Wendet Fenster 2 an: zuerst die DICOM-Fenster des Bildes, dann die Voreinstellungen seiner Modalität.</translation>
  </message>
  <message>
   <source>Applies window 3: the image's own DICOM windows first, then the presets of its modality.</source>
   <translation>Wendet Fenster 3 an: zuerst die DICOM-Fenster des Bildes, dann die Voreinstellungen seiner Modalität.</translation>
  </message>
  <message>
   <source>Applies window 4: the image's own DICOM windows first, then the presets of its modality.</source>
   <translation>Wendet Fenster 4 an: zuerst die DICOM-Fenster des Bildes, dann die Voreinstellungen seiner Modalität.</translation>
  </message>
  <message>
   <source>Applies window 5: the image's own DICOM windows first, then the presets of its modality.</source>
   <translation>Wendet Fenster 5 an: zuerst die DICOM-Fenster des Bildes, dann die Voreinstellungen seiner Modalität.</translation>
  </message>
  <message>
   <source>Applies window 6: the image's own DICOM windows first, then the presets of its modality.</source>
   <translation>Wendet Fenster 6 an: zuerst die DICOM-Fenster des Bildes, dann die Voreinstellungen seiner Modalität.</translation>
  </message>
  <message>
   <source>Applies window 7: the image's own DICOM windows first, then the presets of its modality.</source>
   <translation>Wendet Fenster 7 an: zuerst die DICOM-Fenster des Bildes, dann die Voreinstellungen seiner Modalität.</translation>
  </message>
  <message>
   <source>Applies window 8: the image's own DICOM windows first, then the presets of its modality.</source>
   <translation>Wendet Fenster 8 an: zuerst die DICOM-Fenster des Bildes, dann die Voreinstellungen seiner Modalität.</translation>
  </message>
  <message>
   <source>Auto window</source>
   <translation>Automatisches Fenster</translation>
  </message>
  <message>
   <source>Axial, coronal, sagittal and oblique planes and slabs through the series on the screen.</source>
   <translation>Axiale, koronare, sagittale und schräge Ebenen und dicke Schichten durch die Serie auf dem Bildschirm.</translation>
  </message>
  <message>
   <source>Back 10 images</source>
   <translation>10 Bilder zurück</translation>
  </message>
  <message>
   <source>Brighter</source>
   <translation>Heller</translation>
  </message>
  <message>
   <source>Calibrate...</source>
   <translation>Kalibrieren...</translation>
  </message>
  <message>
   <source>Changes the window presets of a modality.</source>
   <translation>Ändert die Fenstervoreinstellungen einer Modalität.</translation>
  </message>
  <message>
   <source>Changes the words of the selected measurement.</source>
   <translation>Ändert die Worte der gewählten Messung.</translation>
  </message>
  <message>
   <source>Check this map</source>
   <translation>Diese Karte prüfen</translation>
  </message>
  <message>
   <source>Chooses what stands in the corners of images.</source>
   <translation>Wählt, was in den Ecken der Bilder steht.</translation>
  </message>
  <message>
   <source>Cine</source>
   <translation>Cine</translation>
  </message>
  <message>
   <source>Cine to and fro</source>
   <translation>Cine hin und her</translation>
  </message>
  <message>
   <source>Close all studies</source>
   <translation>Alle Studien schließen</translation>
  </message>
  <message>
   <source>Closes the freehand outline that is being drawn.</source>
   <translation>Schließt den Freihandumriss, der gerade gezeichnet wird.</translation>
  </message>
  <message>
   <source>Closes the program.</source>
   <translation>Beendet das Programm.</translation>
  </message>
  <message>
   <source>Colours: cividis</source>
   <translation>Farben: Cividis</translation>
  </message>
  <message>
   <source>Colours: hot</source>
   <translation>Farben: Hot</translation>
  </message>
  <message>
   <source>Colours: inferno</source>
   <translation>Farben: Inferno</translation>
  </message>
  <message>
   <source>Colours: viridis</source>
   <translation>Farben: Viridis</translation>
  </message>
  <message>
   <source>Compare maps...</source>
   <translation>Karten vergleichen...</translation>
  </message>
  <message>
   <source>Compare two models...</source>
   <translation>Zwei Modelle vergleichen...</translation>
  </message>
  <message>
   <source>Compare with the prior</source>
   <translation>Mit der Voruntersuchung vergleichen</translation>
  </message>
  <message>
   <source>Copy the view</source>
   <translation>Ansicht kopieren</translation>
  </message>
  <message>
   <source>Corner text, orientation letters and scale bar.</source>
   <translation>Ecktexte, Seitenbuchstaben und Maßstab.</translation>
  </message>
  <message>
   <source>Corner text...</source>
   <translation>Ecktext...</translation>
  </message>
  <message>
   <source>Darker</source>
   <translation>Dunkler</translation>
  </message>
  <message>
   <source>De-identified</source>
   <translation>De-identifiziert</translation>
  </message>
  <message>
   <source>Default window</source>
   <translation>Standardfenster</translation>
  </message>
  <message>
   <source>Delete all of this image</source>
   <translation>Alle dieses Bildes löschen</translation>
  </message>
  <message>
   <source>Deletes all measurements of the image.</source>
   <translation>Löscht alle Messungen des Bildes.</translation>
  </message>
  <message>
   <source>Deletes the selected measurement.</source>
   <translation>Löscht die gewählte Messung.</translation>
  </message>
  <message>
   <source>Demo study...</source>
   <translation>Demonstrationsstudie...</translation>
  </message>
  <message>
   <source>Does what was taken back again.</source>
   <translation>Führt wieder aus, was zurückgenommen wurde.</translation>
  </message>
  <message>
   <source>Draw a rectangle; the window then spans its values.</source>
   <translation>Ein Rechteck zeichnen; das Fenster umfasst dann seine Werte.</translation>
  </message>
  <message>
   <source>Edit presets...</source>
   <translation>Voreinstellungen bearbeiten...</translation>
  </message>
  <message>
   <source>Empties the browser; no file is touched.</source>
   <translation>Leert die Studienliste; keine Datei wird angetastet.</translation>
  </message>
  <message>
   <source>Enlarges the image.</source>
   <translation>Vergrößert das Bild.</translation>
  </message>
  <message>
   <source>Even panes</source>
   <translation>Gleich große Bildfelder</translation>
  </message>
  <message>
   <source>Exchanges black and white.</source>
   <translation>Vertauscht Schwarz und Weiß.</translation>
  </message>
  <message>
   <source>Explains the label before.</source>
   <translation>Erklärt das vorige Label.</translation>
  </message>
  <message>
   <source>Explains the next label.</source>
   <translation>Erklärt das nächste Label.</translation>
  </message>
  <message>
   <source>Export measurements...</source>
   <translation>Messungen exportieren...</translation>
  </message>
  <message>
   <source>Export the view...</source>
   <translation>Ansicht exportieren...</translation>
  </message>
  <message>
   <source>Export this map...</source>
   <translation>Diese Karte exportieren...</translation>
  </message>
  <message>
   <source>Faster cine</source>
   <translation>Cine schneller</translation>
  </message>
  <message>
   <source>Fewer images a second in the active pane.</source>
   <translation>Weniger Bilder je Sekunde im aktiven Bildfeld.</translation>
  </message>
  <message>
   <source>Find any action...</source>
   <translation>Beliebige Aktion finden...</translation>
  </message>
  <message>
   <source>Finish outline</source>
   <translation>Umriss schließen</translation>
  </message>
  <message>
   <source>First image</source>
   <translation>Erstes Bild</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Einpassen</translation>
  </message>
  <message>
   <source>Flip left to right</source>
   <translation>Links-rechts spiegeln</translation>
  </message>
  <message>
   <source>Flip top to bottom</source>
   <translation>Oben-unten spiegeln</translation>
  </message>
  <message>
   <source>Forward 10 images</source>
   <translation>10 Bilder vor</translation>
  </message>
  <message>
   <source>Freehand region</source>
   <translation>Freihandregion</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <source>Gives all panes the same size.</source>
   <translation>Gibt allen Bildfeldern dieselbe Größe.</translation>
  </message>
  <message>
   <source>Go to this point</source>
   <translation>Zu diesem Punkt gehen</translation>
  </message>
  <message>
   <source>Goes ten images back.</source>
   <translation>Geht zehn Bilder zurück.</translation>
  </message>
  <message>
   <source>Goes ten images on.</source>
   <translation>Geht zehn Bilder vor.</translation>
  </message>
  <message>
   <source>Goes through the colour maps for grey images.</source>
   <translation>Geht durch die Farbtabellen für Graubilder.</translation>
  </message>
  <message>
   <source>Goes to the left pane.</source>
   <translation>Geht zum linken Bildfeld.</translation>
  </message>
  <message>
   <source>Goes to the pane above.</source>
   <translation>Geht zum Bildfeld darüber.</translation>
  </message>
  <message>
   <source>Goes to the pane below.</source>
   <translation>Geht zum Bildfeld darunter.</translation>
  </message>
  <message>
   <source>Goes to the right pane.</source>
   <translation>Geht zum rechten Bildfeld.</translation>
  </message>
  <message>
   <source>Grey</source>
   <translation>Grau</translation>
  </message>
  <message>
   <source>Grey values as they are.</source>
   <translation>Grauwerte, wie sie sind.</translation>
  </message>
  <message>
   <source>Hang studies when they open</source>
   <translation>Studien beim Öffnen hängen</translation>
  </message>
  <message>
   <source>Hang this study</source>
   <translation>Diese Studie hängen</translation>
  </message>
  <message>
   <source>Header of the image...</source>
   <translation>Header des Bildes...</translation>
  </message>
  <message>
   <source>Hides all that identifies the patient, on the screen and in what is kept.</source>
   <translation>Verbirgt alles, was den Patienten identifiziert, auf dem Bildschirm und in dem, was aufbewahrt wird.</translation>
  </message>
  <message>
   <source>Keys...</source>
   <translation>Tasten...</translation>
  </message>
  <message>
   <source>Last image</source>
   <translation>Letztes Bild</translation>
  </message>
  <message>
   <source>Lays the study out by the first hanging rule that fits it.</source>
   <translation>Ordnet die Studie nach dem ersten Hängeprotokoll an, das zu ihr passt.</translation>
  </message>
  <message>
   <source>Less contrast.</source>
   <translation>Weniger Kontrast.</translation>
  </message>
  <message>
   <source>Light colours, for daylight.</source>
   <translation>Helle Farben, für Tageslicht.</translation>
  </message>
  <message>
   <source>Light theme</source>
   <translation>Helle Farben</translation>
  </message>
  <message>
   <source>Link cursor</source>
   <translation>Zeiger koppeln</translation>
  </message>
  <message>
   <source>Link pan</source>
   <translation>Verschieben koppeln</translation>
  </message>
  <message>
   <source>Link window</source>
   <translation>Fenster koppeln</translation>
  </message>
  <message>
   <source>Link zoom</source>
   <translation>Zoom koppeln</translation>
  </message>
  <message>
   <source>Linked panes</source>
   <translation>Gekoppelte Bildfelder</translation>
  </message>
  <message>
   <source>List of measurements</source>
   <translation>Liste der Messungen</translation>
  </message>
  <message>
   <source>Lists keys and gestures.</source>
   <translation>Zeigt Tasten und Gesten.</translation>
  </message>
  <message>
   <source>Lists the rules and where yours are kept.</source>
   <translation>Zeigt die Hängeprotokolle und wo die eigenen liegen.</translation>
  </message>
  <message>
   <source>Lists what was opened lately, in the panel of the studies.</source>
   <translation>Zeigt im Bereich der Studien, was zuletzt geöffnet wurde.</translation>
  </message>
  <message>
   <source>Logs and crash reports; no patient is named in them.</source>
   <translation>Protokolle und Absturzberichte; kein Patient ist darin genannt.</translation>
  </message>
  <message>
   <source>Lowers the level.</source>
   <translation>Senkt das Zentrum.</translation>
  </message>
  <message>
   <source>Magnifier</source>
   <translation>Lupe</translation>
  </message>
  <message>
   <source>Makes a small study on phantoms with SIMULATED readers and opens the reading room on it.</source>
   <translation>Erstellt eine kleine Studie an Phantomen mit SIMULIERTEN Befundern und öffnet den Befundraum dazu.</translation>
  </message>
  <message>
   <source>Makes the image smaller.</source>
   <translation>Verkleinert das Bild.</translation>
  </message>
  <message>
   <source>Makes the next pane the active one.</source>
   <translation>Macht das nächste Bildfeld zum aktiven.</translation>
  </message>
  <message>
   <source>Makes the pane before the active one.</source>
   <translation>Macht das vorige Bildfeld zum aktiven.</translation>
  </message>
  <message>
   <source>Makes the trust card: whether the map depends on the model, is stable, and agrees with other methods.</source>
   <translation>Erstellt die Vertrauenskarte: ob die Karte vom Modell abhängt, stabil ist und mit anderen Verfahren übereinstimmt.</translation>
  </message>
  <message>
   <source>Maps of several methods, or of two models, side by side with their agreement.</source>
   <translation>Karten mehrerer Verfahren oder zweier Modelle nebeneinander mit ihrer Übereinstimmung.</translation>
  </message>
  <message>
   <source>Mark as read</source>
   <translation>Als befundet markieren</translation>
  </message>
  <message>
   <source>Marks the image as a key image, or takes the mark away.</source>
   <translation>Markiert das Bild als Schlüsselbild oder nimmt die Markierung weg.</translation>
  </message>
  <message>
   <source>Marks the study on the screen as read.</source>
   <translation>Markiert die Studie auf dem Bildschirm als befundet.</translation>
  </message>
  <message>
   <source>Maximise pane</source>
   <translation>Bildfeld maximieren</translation>
  </message>
  <message>
   <source>Mean, deviation, extremes and area of a rectangle.</source>
   <translation>Mittelwert, Abweichung, Extremwerte und Fläche eines Rechtecks.</translation>
  </message>
  <message>
   <source>Mean, deviation, extremes and area of an ellipse.</source>
   <translation>Mittelwert, Abweichung, Extremwerte und Fläche einer Ellipse.</translation>
  </message>
  <message>
   <source>Mean, deviation, extremes and area of any outline.</source>
   <translation>Mittelwert, Abweichung, Extremwerte und Fläche eines beliebigen Umrisses.</translation>
  </message>
  <message>
   <source>Measures an angle: end, vertex, end.</source>
   <translation>Misst einen Winkel: Ende, Scheitel, Ende.</translation>
  </message>
  <message>
   <source>Measures from one point to another.</source>
   <translation>Misst von einem Punkt zum anderen.</translation>
  </message>
  <message>
   <source>Measures the angle between two lines.</source>
   <translation>Misst den Winkel zwischen zwei Linien.</translation>
  </message>
  <message>
   <source>Menu of the image</source>
   <translation>Menü des Bildes</translation>
  </message>
  <message>
   <source>Mirrors the image upside down; the letters follow.</source>
   <translation>Spiegelt das Bild von oben nach unten; die Buchstaben folgen.</translation>
  </message>
  <message>
   <source>Mirrors the image; the letters at its edges follow.</source>
   <translation>Spiegelt das Bild; die Buchstaben an seinen Rändern folgen.</translation>
  </message>
  <message>
   <source>Models...</source>
   <translation>Modelle...</translation>
  </message>
  <message>
   <source>More contrast.</source>
   <translation>Mehr Kontrast.</translation>
  </message>
  <message>
   <source>More images a second in the active pane.</source>
   <translation>Mehr Bilder je Sekunde im aktiven Bildfeld.</translation>
  </message>
  <message>
   <source>Move the image down</source>
   <translation>Bild nach unten verschieben</translation>
  </message>
  <message>
   <source>Move the image left</source>
   <translation>Bild nach links verschieben</translation>
  </message>
  <message>
   <source>Move the image right</source>
   <translation>Bild nach rechts verschieben</translation>
  </message>
  <message>
   <source>Move the image up</source>
   <translation>Bild nach oben verschieben</translation>
  </message>
  <message>
   <source>Move to next screen</source>
   <translation>Zum nächsten Bildschirm</translation>
  </message>
  <message>
   <source>Moves the window in front to the next screen.</source>
   <translation>Verschiebt das vordere Fenster auf den nächsten Bildschirm.</translation>
  </message>
  <message>
   <source>Multiplanar reformat...</source>
   <translation>Multiplanare Reformation...</translation>
  </message>
  <message>
   <source>Narrower window</source>
   <translation>Engeres Fenster</translation>
  </message>
  <message>
   <source>New study...</source>
   <translation>Neue Studie...</translation>
  </message>
  <message>
   <source>Next area</source>
   <translation>Nächster Bereich</translation>
  </message>
  <message>
   <source>Next case</source>
   <translation>Nächster Fall</translation>
  </message>
  <message>
   <source>Next colour map</source>
   <translation>Nächste Farbtabelle</translation>
  </message>
  <message>
   <source>Next image</source>
   <translation>Nächstes Bild</translation>
  </message>
  <message>
   <source>Next key image</source>
   <translation>Nächstes Schlüsselbild</translation>
  </message>
  <message>
   <source>Next label's map</source>
   <translation>Karte des nächsten Labels</translation>
  </message>
  <message>
   <source>Next measurement</source>
   <translation>Nächste Messung</translation>
  </message>
  <message>
   <source>Next method's map</source>
   <translation>Karte des nächsten Verfahrens</translation>
  </message>
  <message>
   <source>Next pane</source>
   <translation>Nächstes Bildfeld</translation>
  </message>
  <message>
   <source>Next series</source>
   <translation>Nächste Serie</translation>
  </message>
  <message>
   <source>One image pixel on one pixel of the screen.</source>
   <translation>Ein Bildpixel auf einem Pixel des Bildschirms.</translation>
  </message>
  <message>
   <source>One series in one pane.</source>
   <translation>Eine Serie in einem Bildfeld.</translation>
  </message>
  <message>
   <source>Open boxes of known evidence...</source>
   <translation>Kästen eines bekannten Nachweises öffnen...</translation>
  </message>
  <message>
   <source>Open files...</source>
   <translation>Dateien öffnen...</translation>
  </message>
  <message>
   <source>Open folder...</source>
   <translation>Ordner öffnen...</translation>
  </message>
  <message>
   <source>Open in new window</source>
   <translation>In neuem Fenster öffnen</translation>
  </message>
  <message>
   <source>Open masks of known evidence...</source>
   <translation>Masken eines bekannten Nachweises öffnen...</translation>
  </message>
  <message>
   <source>Open the log folder</source>
   <translation>Protokollordner öffnen</translation>
  </message>
  <message>
   <source>Opens all studies in a folder.</source>
   <translation>Öffnet alle Studien in einem Ordner.</translation>
  </message>
  <message>
   <source>Opens generated phantoms and example files.</source>
   <translation>Öffnet erzeugte Phantome und Beispieldateien.</translation>
  </message>
  <message>
   <source>Opens image files.</source>
   <translation>Öffnet Bilddateien.</translation>
  </message>
  <message>
   <source>Opens the image's menu.</source>
   <translation>Öffnet das Menü des Bildes.</translation>
  </message>
  <message>
   <source>Opens the studies of the last session, with panes, further windows, window and zoom as they were.</source>
   <translation>Öffnet die Studien der letzten Sitzung, mit Bildfeldern, weiteren Fenstern, Fensterung und Zoom wie zuvor.</translation>
  </message>
  <message>
   <source>Original, Grad-CAM and the chosen method (else saliency) of the active pane, with one window and zoom.</source>
   <translation>Original, Grad-CAM und das gewählte Verfahren (sonst Saliency) des aktiven Bildfelds, mit gemeinsamer Fensterung und gemeinsamem Zoom.</translation>
  </message>
  <message>
   <source>Other panes scroll by as many images.</source>
   <translation>Andere Bildfelder blättern um ebenso viele Bilder.</translation>
  </message>
  <message>
   <source>Pane above</source>
   <translation>Bildfeld darüber</translation>
  </message>
  <message>
   <source>Pane below</source>
   <translation>Bildfeld darunter</translation>
  </message>
  <message>
   <source>Pane to the left</source>
   <translation>Bildfeld links</translation>
  </message>
  <message>
   <source>Pane to the right</source>
   <translation>Bildfeld rechts</translation>
  </message>
  <message>
   <source>Panes of one frame of reference show the nearest slice.</source>
   <translation>Bildfelder mit gemeinsamem Bezugssystem zeigen die nächstgelegene Schicht.</translation>
  </message>
  <message>
   <source>Panes of one modality have one window.</source>
   <translation>Bildfelder einer Modalität haben dieselbe Fensterung.</translation>
  </message>
  <message>
   <source>Panes show the patient in one size.</source>
   <translation>Bildfelder zeigen den Patienten in derselben Größe.</translation>
  </message>
  <message>
   <source>Panes show the same place.</source>
   <translation>Bildfelder zeigen dieselbe Stelle.</translation>
  </message>
  <message>
   <source>Peek</source>
   <translation>Kurz umschalten</translation>
  </message>
  <message>
   <source>Plans a study: cases, truth, readers, questions, conditions and design, checked while it is written.</source>
   <translation>Plant eine Studie: Fälle, Wahrheit, Befunder, Fragen, Bedingungen und Design, beim Schreiben geprüft.</translation>
  </message>
  <message>
   <source>Predict automatically</source>
   <translation>Automatisch vorhersagen</translation>
  </message>
  <message>
   <source>Predict many images...</source>
   <translation>Viele Bilder vorhersagen...</translation>
  </message>
  <message>
   <source>Previous area</source>
   <translation>Voriger Bereich</translation>
  </message>
  <message>
   <source>Previous case</source>
   <translation>Voriger Fall</translation>
  </message>
  <message>
   <source>Previous image</source>
   <translation>Voriges Bild</translation>
  </message>
  <message>
   <source>Previous label's map</source>
   <translation>Karte des vorigen Labels</translation>
  </message>
  <message>
   <source>Previous pane</source>
   <translation>Voriges Bildfeld</translation>
  </message>
  <message>
   <source>Previous series</source>
   <translation>Vorige Serie</translation>
  </message>
  <message>
   <source>Print the view...</source>
   <translation>Ansicht drucken...</translation>
  </message>
  <message>
   <source>Prints all panes.</source>
   <translation>Druckt alle Bildfelder.</translation>
  </message>
  <message>
   <source>Progress, audit, backup, exports, PINs and the unblinding, for who holds the administrator's key.</source>
   <translation>Fortschritt, Prüfpfad, Sicherung, Exporte, PINs und die Entblindung, für den Inhaber des Schlüssels der Studienleitung.</translation>
  </message>
  <message>
   <source>Puts a picture of the pane on the clipboard.</source>
   <translation>Legt ein Bild des Bildfelds in die Zwischenablage.</translation>
  </message>
  <message>
   <source>Puts the cursor into the studies' search.</source>
   <translation>Setzt den Cursor in die Suche der Studien.</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <source>Raises the level.</source>
   <translation>Hebt das Zentrum.</translation>
  </message>
  <message>
   <source>Read a study...</source>
   <translation>Studie befunden...</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Wiederherstellen (Redo)</translation>
  </message>
  <message>
   <source>Reference lines</source>
   <translation>Referenzlinien</translation>
  </message>
  <message>
   <source>Remarks on this image...</source>
   <translation>Bemerkungen zu diesem Bild...</translation>
  </message>
  <message>
   <source>Reopen what was open last</source>
   <translation>Zuletzt Geöffnetes wieder öffnen</translation>
  </message>
  <message>
   <source>Reset view</source>
   <translation>Ansicht zurücksetzen</translation>
  </message>
  <message>
   <source>Results of a reader study from its table of reads, live while readers read.</source>
   <translation>Ergebnisse einer Leserstudie aus ihrer Tabelle der Befundungen, laufend, während befundet wird.</translation>
  </message>
  <message>
   <source>Rotate by 180°</source>
   <translation>Um 180° drehen</translation>
  </message>
  <message>
   <source>Rotate left</source>
   <translation>Nach links drehen</translation>
  </message>
  <message>
   <source>Rotate right</source>
   <translation>Nach rechts drehen</translation>
  </message>
  <message>
   <source>Runs a model on series or studies, with pause and resume.</source>
   <translation>Wendet ein Modell auf Serien oder Studien an, mit Pause und Fortsetzung.</translation>
  </message>
  <message>
   <source>Runs the chosen model on every image that is shown.</source>
   <translation>Wendet das gewählte Modell auf jedes gezeigte Bild an.</translation>
  </message>
  <message>
   <source>Runs the chosen model on this image.</source>
   <translation>Wendet das gewählte Modell auf dieses Bild an.</translation>
  </message>
  <message>
   <source>Runs through the series; again to stop.</source>
   <translation>Läuft durch die Serie; noch einmal hält an.</translation>
  </message>
  <message>
   <source>Save a report for support...</source>
   <translation>Bericht für den Support speichern...</translation>
  </message>
  <message>
   <source>Says how long the selected distance is in truth; all lengths of the image follow.</source>
   <translation>Sagt, wie lang die gewählte Distanz in Wahrheit ist; alle Längen des Bildes folgen.</translation>
  </message>
  <message>
   <source>Scroll by images</source>
   <translation>Nach Bildern blättern</translation>
  </message>
  <message>
   <source>Scroll by position</source>
   <translation>Nach Position blättern</translation>
  </message>
  <message>
   <source>Scrolls the other panes to the slice nearest to the point under the mouse.</source>
   <translation>Blättert die anderen Bildfelder zu der Schicht, die dem Punkt unter der Maus am nächsten ist.</translation>
  </message>
  <message>
   <source>Search the studies</source>
   <translation>Studien durchsuchen</translation>
  </message>
  <message>
   <source>Searches all actions.</source>
   <translation>Durchsucht alle Aktionen.</translation>
  </message>
  <message>
   <source>Selects the next measurement of the image.</source>
   <translation>Wählt die nächste Messung des Bildes.</translation>
  </message>
  <message>
   <source>Settings...</source>
   <translation>Einstellungen...</translation>
  </message>
  <message>
   <source>Show hanging rules</source>
   <translation>Hängeprotokolle zeigen</translation>
  </message>
  <message>
   <source>Show measurements</source>
   <translation>Messungen zeigen</translation>
  </message>
  <message>
   <source>Shows and changes the keys of all actions.</source>
   <translation>Zeigt und ändert die Tasten aller Aktionen.</translation>
  </message>
  <message>
   <source>Shows grey images in the colours of cividis.</source>
   <translation>Zeigt Graubilder in den Farben von Cividis.</translation>
  </message>
  <message>
   <source>Shows grey images in the colours of hot.</source>
   <translation>Zeigt Graubilder in den Farben von Hot.</translation>
  </message>
  <message>
   <source>Shows grey images in the colours of inferno.</source>
   <translation>Zeigt Graubilder in den Farben von Inferno.</translation>
  </message>
  <message>
   <source>Shows grey images in the colours of viridis.</source>
   <translation>Zeigt Graubilder in den Farben von Viridis.</translation>
  </message>
  <message>
   <source>Shows or hides the histogram of the image or the selected region, with the window on it.</source>
   <translation>Zeigt oder verbirgt das Histogramm des Bildes oder der gewählten Region, mit dem Fenster darauf.</translation>
  </message>
  <message>
   <source>Shows or hides the list with values, names and export.</source>
   <translation>Zeigt oder verbirgt die Liste mit Werten, Namen und Export.</translation>
  </message>
  <message>
   <source>Shows or hides the maps.</source>
   <translation>Zeigt oder verbirgt die Karten.</translation>
  </message>
  <message>
   <source>Shows or hides the panels.</source>
   <translation>Zeigt oder verbirgt die Bereiche rechts.</translation>
  </message>
  <message>
   <source>Shows or hides the studies.</source>
   <translation>Zeigt oder verbirgt die Studien.</translation>
  </message>
  <message>
   <source>Shows or hides what is drawn on images.</source>
   <translation>Zeigt oder verbirgt, was auf Bilder gezeichnet ist.</translation>
  </message>
  <message>
   <source>Shows the active pane's series in a window of its own, for another screen.</source>
   <translation>Zeigt die Serie des aktiven Bildfelds in einem eigenen Fenster, für einen anderen Bildschirm.</translation>
  </message>
  <message>
   <source>Shows the first image of the series.</source>
   <translation>Zeigt das erste Bild der Serie.</translation>
  </message>
  <message>
   <source>Shows the image after.</source>
   <translation>Zeigt das Bild danach.</translation>
  </message>
  <message>
   <source>Shows the image before.</source>
   <translation>Zeigt das Bild davor.</translation>
  </message>
  <message>
   <source>Shows the last image of the series.</source>
   <translation>Zeigt das letzte Bild der Serie.</translation>
  </message>
  <message>
   <source>Shows the latest earlier study of the same patient beside the image.</source>
   <translation>Zeigt die jüngste Voruntersuchung desselben Patienten neben dem Bild.</translation>
  </message>
  <message>
   <source>Shows the next key image of the series.</source>
   <translation>Zeigt das nächste Schlüsselbild der Serie.</translation>
  </message>
  <message>
   <source>Shows the next study, in the list's order.</source>
   <translation>Zeigt die nächste Studie in der Reihenfolge der Liste.</translation>
  </message>
  <message>
   <source>Shows the parts of the window one after the other, on phantoms.</source>
   <translation>Zeigt die Teile des Fensters nacheinander, an Phantomen.</translation>
  </message>
  <message>
   <source>Shows the series after.</source>
   <translation>Zeigt die Serie danach.</translation>
  </message>
  <message>
   <source>Shows the series before.</source>
   <translation>Zeigt die Serie davor.</translation>
  </message>
  <message>
   <source>Shows the study before, in the list's order.</source>
   <translation>Zeigt die vorige Studie in der Reihenfolge der Liste.</translation>
  </message>
  <message>
   <source>Shows what is above.</source>
   <translation>Zeigt, was darüber liegt.</translation>
  </message>
  <message>
   <source>Shows what is at the left.</source>
   <translation>Zeigt, was links liegt.</translation>
  </message>
  <message>
   <source>Shows what is at the right.</source>
   <translation>Zeigt, was rechts liegt.</translation>
  </message>
  <message>
   <source>Shows what is below.</source>
   <translation>Zeigt, was darunter liegt.</translation>
  </message>
  <message>
   <source>Shows where the active image cuts those of other panes.</source>
   <translation>Zeigt, wo das aktive Bild die der anderen Bildfelder schneidet.</translation>
  </message>
  <message>
   <source>Signs a reader in and opens the reading room: one case at a time, saved call by call.</source>
   <translation>Meldet einen Befunder an und öffnet den Befundraum: ein Fall nach dem anderen, Urteil für Urteil gespeichert.</translation>
  </message>
  <message>
   <source>Slower cine</source>
   <translation>Cine langsamer</translation>
  </message>
  <message>
   <source>Statistics...</source>
   <translation>Statistik...</translation>
  </message>
  <message>
   <source>Stops what runs: inference first, then opening and cine.</source>
   <translation>Hält an, was läuft: zuerst die Vorhersage, dann Öffnen und Cine.</translation>
  </message>
  <message>
   <source>Takes the keyboard to the next panel.</source>
   <translation>Bringt die Tastatur zum nächsten Bereich.</translation>
  </message>
  <message>
   <source>Takes the keyboard to the panel before.</source>
   <translation>Bringt die Tastatur zum vorigen Bereich.</translation>
  </message>
  <message>
   <source>Takes the last change of a measurement back.</source>
   <translation>Nimmt die letzte Änderung einer Messung zurück.</translation>
  </message>
  <message>
   <source>The active pane fills the window; again to go back.</source>
   <translation>Das aktive Bildfeld füllt das Fenster; noch einmal geht zurück.</translation>
  </message>
  <message>
   <source>The chosen pane or all panes as PNG, TIFF, PDF or DICOM, with the research-use mark.</source>
   <translation>Das gewählte oder alle Bildfelder als PNG, TIFF, PDF oder DICOM, mit dem Hinweis auf die Forschung.</translation>
  </message>
  <message>
   <source>The image's own first window, or its full range.</source>
   <translation>Das erste Fenster des Bildes selbst oder sein voller Bereich.</translation>
  </message>
  <message>
   <source>The model packs with their cards; adds, checks and removes them.</source>
   <translation>Die Modellpakete mit ihren Karten; fügt hinzu, prüft und entfernt sie.</translation>
  </message>
  <message>
   <source>The next explanation method in the single pane.</source>
   <translation>Das nächste Erklärungsverfahren im einzelnen Bildfeld.</translation>
  </message>
  <message>
   <source>The point under the mouse is shown in panes of one frame of reference.</source>
   <translation>Der Punkt unter der Maus wird in Bildfeldern mit gemeinsamem Bezugssystem gezeigt.</translation>
  </message>
  <message>
   <source>The series as they are laid out, each with the chosen map.</source>
   <translation>Die Serien, wie sie angeordnet sind, jede mit der gewählten Karte.</translation>
  </message>
  <message>
   <source>The whole image, as large as its pane allows.</source>
   <translation>Das ganze Bild, so groß sein Bildfeld es erlaubt.</translation>
  </message>
  <message>
   <source>The whole screen.</source>
   <translation>Der ganze Bildschirm.</translation>
  </message>
  <message>
   <source>Turns by 90 degrees to the left.</source>
   <translation>Dreht um 90 Grad nach links.</translation>
  </message>
  <message>
   <source>Turns by 90 degrees to the right. Pressed twice quickly, R resets the view instead.</source>
   <translation>Dreht um 90 Grad nach rechts. Zweimal schnell gedrückt setzt R stattdessen die Ansicht zurück.</translation>
  </message>
  <message>
   <source>Turns round at the ends rather than starting again.</source>
   <translation>Kehrt an den Enden um, statt von vorn zu beginnen.</translation>
  </message>
  <message>
   <source>Turns upside down.</source>
   <translation>Stellt auf den Kopf.</translation>
  </message>
  <message>
   <source>Two models on the image on the screen, side by side.</source>
   <translation>Zwei Modelle am Bild auf dem Bildschirm, nebeneinander.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>Version, licence and intended use.</source>
   <translation>Version, Lizenz und Zweckbestimmung.</translation>
  </message>
  <message>
   <source>Versions, settings, logs and crash reports in one file, without identifiers.</source>
   <translation>Versionen, Einstellungen, Protokolle und Absturzberichte in einer Datei, ohne Identifikatoren.</translation>
  </message>
  <message>
   <source>What was odd about the file, which decoder made the pixels, and how they became grey.</source>
   <translation>Was an der Datei auffällig war, welcher Decoder die Pixel gemacht hat und wie sie zu Grau wurden.</translation>
  </message>
  <message>
   <source>While the key is down, hides a shown map and shows a hidden one.</source>
   <translation>Solange die Taste unten ist: verbirgt eine gezeigte und zeigt eine verborgene Karte.</translation>
  </message>
  <message>
   <source>Wider window</source>
   <translation>Weiteres Fenster</translation>
  </message>
  <message>
   <source>Window 1</source>
   <translation>Fenster 1</translation>
  </message>
  <message>
   <source>Window 2</source>
   <translation>Fenster 2</translation>
  </message>
  <message>
   <source>Window 3</source>
   <translation>Fenster 3</translation>
  </message>
  <message>
   <source>Window 4</source>
   <translation>Fenster 4</translation>
  </message>
  <message>
   <source>Window 5</source>
   <translation>Fenster 5</translation>
  </message>
  <message>
   <source>Window 6</source>
   <translation>Fenster 6</translation>
  </message>
  <message>
   <source>Window 7</source>
   <translation>Fenster 7</translation>
  </message>
  <message>
   <source>Window 8</source>
   <translation>Fenster 8</translation>
  </message>
  <message>
   <source>Window by region</source>
   <translation>Fenster nach Region</translation>
  </message>
  <message>
   <source>Window, polarity, rotation, zoom and pan as at first.</source>
   <translation>Fenster, Polarität, Drehung, Zoom und Verschiebung wie zu Beginn.</translation>
  </message>
  <message>
   <source>Words on the image.</source>
   <translation>Worte auf dem Bild.</translation>
  </message>
  <message>
   <source>Words...</source>
   <translation>Worte...</translation>
  </message>
  <message>
   <source>Worklist...</source>
   <translation>Arbeitsliste...</translation>
  </message>
  <message>
   <source>Writes a table as CSV or JSON.</source>
   <translation>Schreibt eine Tabelle als CSV oder JSON.</translation>
  </message>
  <message>
   <source>Writes the map of the single pane on the image's own grid: PNG, NumPy, NIfTI, DICOM segmentation or capture.</source>
   <translation>Schreibt die Karte des einzelnen Bildfelds auf dem Raster des Bildes: PNG, NumPy, NIfTI, DICOM-Segmentierung oder Secondary Capture.</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <source>Context menu</source>
   <translation>Kontextmenü</translation>
  </message>
  <message>
   <source>Ctrl + left drag</source>
   <translation>Strg + links ziehen</translation>
  </message>
  <message>
   <source>Ctrl + wheel</source>
   <translation>Strg + Rad</translation>
  </message>
  <message>
   <source>Double click</source>
   <translation>Doppelklick</translation>
  </message>
  <message>
   <source>Drag between panes</source>
   <translation>Zwischen Bildfeldern ziehen</translation>
  </message>
  <message>
   <source>Drag from the studies</source>
   <translation>Aus den Studien ziehen</translation>
  </message>
  <message>
   <source>Fit the image to its pane</source>
   <translation>Das Bild in sein Bildfeld einpassen</translation>
  </message>
  <message>
   <source>Makes panes larger or smaller; a double click makes them even</source>
   <translation>Macht Bildfelder größer oder kleiner; ein Doppelklick macht sie gleich</translation>
  </message>
  <message>
   <source>Maximise the pane, or show all panes again; with one pane, fit</source>
   <translation>Das Bildfeld maximieren oder wieder alle zeigen; bei einem Bildfeld einpassen</translation>
  </message>
  <message>
   <source>Middle drag</source>
   <translation>Mit der mittleren Taste ziehen</translation>
  </message>
  <message>
   <source>Pan</source>
   <translation>Verschieben</translation>
  </message>
  <message>
   <source>Previous or next image</source>
   <translation>Voriges oder nächstes Bild</translation>
  </message>
  <message>
   <source>Puts a series into a pane</source>
   <translation>Legt eine Serie in ein Bildfeld</translation>
  </message>
  <message>
   <source>Right click</source>
   <translation>Rechtsklick</translation>
  </message>
  <message>
   <source>Right drag</source>
   <translation>Rechts ziehen</translation>
  </message>
  <message>
   <source>Shift + double click</source>
   <translation>Umschalt + Doppelklick</translation>
  </message>
  <message>
   <source>Shift + left drag</source>
   <translation>Umschalt + links ziehen</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Rad</translation>
  </message>
  <message>
   <source>Window/level in coarse steps</source>
   <translation>Fensterung in groben Schritten</translation>
  </message>
  <message>
   <source>Window/level in fine steps</source>
   <translation>Fensterung in feinen Schritten</translation>
  </message>
  <message>
   <source>Window/level: right widens, down darkens</source>
   <translation>Fensterung: nach rechts weiter, nach unten dunkler</translation>
  </message>
  <message>
   <source>Zoom at the cursor</source>
   <translation>Zoom am Mauszeiger</translation>
  </message>
  <message>
   <source>Zoom: up enlarges</source>
   <translation>Zoom: nach oben größer</translation>
  </message>
  <message>
   <source>0.25</source>
   <translation>0.25</translation>
  </message>
  <message>
   <source>0.5</source>
   <translation>0.5</translation>
  </message>
  <message>
   <source>10 images/s</source>
   <translation>10 Bilder/s</translation>
  </message>
  <message>
   <source>A filled map, or only the border of its lit part.</source>
   <translation>Eine gefüllte Karte oder nur der Rand ihres leuchtenden Teils.</translation>
  </message>
  <message>
   <source>AblationCAM</source>
   <translation>AblationCAM</translation>
  </message>
  <message>
   <source>Absolute gives a colour the same meaning in every case; the image's maximum stretches each map to its own.</source>
   <translation>Absolut gibt einer Farbe in jedem Fall dieselbe Bedeutung; das Maximum des Bildes streckt jede Karte auf ihr eigenes.</translation>
  </message>
  <message>
   <source>As the desktop</source>
   <translation>Wie der Desktop</translation>
  </message>
  <message>
   <source>By value: a share of the colour scale; by area: the share of the image that is left out, 0.9 for the strongest tenth.</source>
   <translation>Nach Wert: ein Anteil der Farbskala; nach Fläche: der Anteil des Bildes, der wegfällt, 0,9 für das stärkste Zehntel.</translation>
  </message>
  <message>
   <source>Cividis</source>
   <translation>Cividis</translation>
  </message>
  <message>
   <source>Colour map</source>
   <translation>Farbtabelle</translation>
  </message>
  <message>
   <source>Corner text, letters of the patient's sides and the scale bar.</source>
   <translation>Ecktexte, Buchstaben der Patientenseiten und der Maßstab.</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Dark for the reading room, light for daylight; the ground behind the image is always dark.</source>
   <translation>Dunkel für den Befundraum, hell für Tageslicht; der Grund hinter dem Bild ist immer dunkel.</translation>
  </message>
  <message>
   <source>Deutsch</source>
   <translation>Deutsch</translation>
  </message>
  <message>
   <source>Drawn as</source>
   <translation>Gezeichnet als</translation>
  </message>
  <message>
   <source>Draws the cells as the model has them, so that nobody takes interpolation for precision.</source>
   <translation>Zeichnet die Zellen, wie das Modell sie hat, damit niemand Interpolation für Genauigkeit hält.</translation>
  </message>
  <message>
   <source>EigenCAM</source>
   <translation>EigenCAM</translation>
  </message>
  <message>
   <source>English</source>
   <translation>English</translation>
  </message>
  <message>
   <source>Grad-CAM</source>
   <translation>Grad-CAM</translation>
  </message>
  <message>
   <source>Grad-CAM++</source>
   <translation>Grad-CAM++</translation>
  </message>
  <message>
   <source>Guided backpropagation</source>
   <translation>Guided Backpropagation</translation>
  </message>
  <message>
   <source>HiResCAM</source>
   <translation>HiResCAM</translation>
  </message>
  <message>
   <source>Hot</source>
   <translation>Hot</translation>
  </message>
  <message>
   <source>How fast cine runs through a series.</source>
   <translation>Wie schnell Cine durch eine Serie läuft.</translation>
  </message>
  <message>
   <source>How strongly a map covers the image.</source>
   <translation>Wie stark eine Karte das Bild bedeckt.</translation>
  </message>
  <message>
   <source>How the map of a single pane is computed.</source>
   <translation>Wie die Karte eines einzelnen Bildfelds berechnet wird.</translation>
  </message>
  <message>
   <source>Inferno</source>
   <translation>Inferno</translation>
  </message>
  <message>
   <source>Inferno, Viridis and Cividis are perceptually even and safe for colour-blind readers.</source>
   <translation>Inferno, Viridis und Cividis sind gleichmäßig wahrnehmbar und sicher für Farbenfehlsichtige.</translation>
  </message>
  <message>
   <source>Integrated gradients</source>
   <translation>Integrierte Gradienten</translation>
  </message>
  <message>
   <source>Kernel SHAP</source>
   <translation>Kernel SHAP</translation>
  </message>
  <message>
   <source>LIME</source>
   <translation>LIME</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>LayerCAM</source>
   <translation>LayerCAM</translation>
  </message>
  <message>
   <source>Lays a study that opens in an empty window out by the first hanging rule that fits it.</source>
   <translation>Ordnet eine Studie, die in einem leeren Fenster geöffnet wird, nach dem ersten passenden Hängeprotokoll an.</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Maps on the image</source>
   <translation>Karten auf dem Bild</translation>
  </message>
  <message>
   <source>Notes which files are open, for your eyes only, until the program is closed; they come back after a crash.</source>
   <translation>Merkt sich, nur für Ihre Augen, welche Dateien geöffnet sind, bis das Programm geschlossen wird; nach einem Absturz kommen sie zurück.</translation>
  </message>
  <message>
   <source>Occlusion</source>
   <translation>Okklusion</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>Offer to restore after a crash</source>
   <translation>Wiederherstellung nach einem Absturz anbieten</translation>
  </message>
  <message>
   <source>One pane</source>
   <translation>Ein Bildfeld</translation>
  </message>
  <message>
   <source>One pane, or the original beside its maps with one cursor, window and zoom.</source>
   <translation>Ein Bildfeld, oder das Original neben seinen Karten mit gemeinsamem Zeiger, Fenster und Zoom.</translation>
  </message>
  <message>
   <source>Opens the studies of the last session as they were: panes, further windows, windows and zoom.</source>
   <translation>Öffnet die Studien der letzten Sitzung, wie sie waren: Bildfelder, weitere Fenster, Fensterung und Zoom.</translation>
  </message>
  <message>
   <source>Panes at the start</source>
   <translation>Bildfelder beim Start</translation>
  </message>
  <message>
   <source>Predict ahead</source>
   <translation>Im Voraus vorhersagen</translation>
  </message>
  <message>
   <source>Reopen at the start what was open</source>
   <translation>Beim Start wieder öffnen, was geöffnet war</translation>
  </message>
  <message>
   <source>Runs the chosen model by itself on an image that stays on the screen.</source>
   <translation>Wendet das gewählte Modell von selbst auf ein Bild an, das auf dem Bildschirm bleibt.</translation>
  </message>
  <message>
   <source>Saliency</source>
   <translation>Saliency</translation>
  </message>
  <message>
   <source>ScoreCAM</source>
   <translation>ScoreCAM</translation>
  </message>
  <message>
   <source>SmoothGrad</source>
   <translation>SmoothGrad</translation>
  </message>
  <message>
   <source>Texts on the image</source>
   <translation>Texte auf dem Bild</translation>
  </message>
  <message>
   <source>The language of all that the window says; the command line, logs, exports and reports stay in English.</source>
   <translation>Die Sprache von allem, was das Fenster sagt; Kommandozeile, Protokolle, Exporte und Berichte bleiben englisch.</translation>
  </message>
  <message>
   <source>The part of a map below this value is left out.</source>
   <translation>Der Teil einer Karte unter diesem Wert wird weggelassen.</translation>
  </message>
  <message>
   <source>Threshold by</source>
   <translation>Schwelle nach</translation>
  </message>
  <message>
   <source>Viridis</source>
   <translation>Viridis</translation>
  </message>
  <message>
   <source>Whether maps are drawn; one key shows and hides them.</source>
   <translation>Ob Karten gezeichnet werden; eine Taste zeigt und verbirgt sie.</translation>
  </message>
  <message>
   <source>While nothing else is asked, predicts the next images and cases, so that they come with their scores.</source>
   <translation>Solange nichts anderes verlangt ist, werden die nächsten Bilder und Fälle vorhergesagt, damit sie mit ihren Werten kommen.</translation>
  </message>
  <message>
   <source>images/s</source>
   <translation>Bilder/s</translation>
  </message>
  <message>
   <source>A map shows what moved the score, not where disease is. {key} shows and hides it; held, the space bar shows the image without it.</source>
   <translation>Eine Karte zeigt, was den Wert bewegt hat, nicht, wo Krankheit ist. {key} zeigt und verbirgt sie; gehalten zeigt die Leertaste das Bild ohne sie.</translation>
  </message>
  <message>
   <source>Every action by its name</source>
   <translation>Jede Aktion nach ihrem Namen</translation>
  </message>
  <message>
   <source>Press Predict ({key}). Each label has its probability with its operating point; whether the image is of the kind that the model was made for is said first.</source>
   <translation>Vorhersagen drücken ({key}). Jedes Label hat seine Wahrscheinlichkeit mit seinem Arbeitspunkt; ob das Bild von der Art ist, für die das Modell gemacht wurde, steht zuerst.</translation>
  </message>
  <message>
   <source>The image</source>
   <translation>Das Bild</translation>
  </message>
  <message>
   <source>The image's own windows and the presets of its modality. {key} sets a window over the values of this image.</source>
   <translation>Die Fenster des Bildes selbst und die Voreinstellungen seiner Modalität. {key} setzt ein Fenster über die Werte dieses Bildes.</translation>
  </message>
  <message>
   <source>The studies</source>
   <translation>Die Studien</translation>
  </message>
  <message>
   <source>The wheel goes through the images. Drag with the left button for window and level, with the middle one to move the image, with the right one to zoom; a right click opens the menu.</source>
   <translation>Das Rad geht durch die Bilder. Mit der linken Taste ziehen stellt Weite und Zentrum ein, mit der mittleren verschiebt das Bild, mit der rechten zoomt; ein Rechtsklick öffnet das Menü.</translation>
  </message>
  <message>
   <source>What is open, by patient, study and series. These are generated phantoms. Click a series to see it; your own studies come by dropping files or folders into the window.</source>
   <translation>Was geöffnet ist, nach Patient, Studie und Serie. Das hier sind erzeugte Phantome. Eine Serie anklicken, um sie zu sehen; eigene Studien kommen durch Ablegen von Dateien oder Ordnern im Fenster.</translation>
  </message>
  <message>
   <source>What is said to you</source>
   <translation>Was Ihnen gesagt wird</translation>
  </message>
  <message>
   <source>What runs and what went wrong is said at the bottom, with what to do about it. radviewer is for research only: its predictions and maps may be wrong.</source>
   <translation>Was läuft und was schiefging, steht unten, mit dem, was zu tun ist. radviewer ist nur für die Forschung: Seine Vorhersagen und Karten können falsch sein.</translation>
  </message>
  <message>
   <source>{key} finds any action: type a few letters, press Enter. All keys can be changed in 'Keys...' of the menu.</source>
   <translation>{key} findet jede Aktion: ein paar Buchstaben tippen, Eingabe drücken. Alle Tasten lassen sich in „Tasten...“ im Menü ändern.</translation>
  </message>
  <message>
   <source>checking models</source>
   <translation>Modelle werden geprüft</translation>
  </message>
  <message>
   <source>decoding slices</source>
   <translation>Schichten werden dekodiert</translation>
  </message>
  <message>
   <source>explaining</source>
   <translation>Erklärung läuft</translation>
  </message>
  <message>
   <source>explaining by {method}</source>
   <translation>Erklärung durch {method}</translation>
  </message>
  <message>
   <source>loading the model</source>
   <translation>Modell wird geladen</translation>
  </message>
  <message>
   <source>looking for images</source>
   <translation>Bilder werden gesucht</translation>
  </message>
  <message>
   <source>measuring explanations</source>
   <translation>Erklärungen werden vermessen</translation>
  </message>
  <message>
   <source>predicting</source>
   <translation>Vorhersage läuft</translation>
  </message>
  <message>
   <source>reading headers</source>
   <translation>Header werden gelesen</translation>
  </message>
  <message>
   <source>reading images</source>
   <translation>Bilder werden gelesen</translation>
  </message>
  <message>
   <source>reading the image</source>
   <translation>Bild wird gelesen</translation>
  </message>
  <message>
   <source>waiting</source>
   <translation>wartet</translation>
  </message>
  <message>
   <source>(hidden)</source>
   <translation>(verborgen)</translation>
  </message>
  <message>
   <source>(missing)</source>
   <translation>(fehlt)</translation>
  </message>
  <message>
   <source>1 image</source>
   <translation>1 Bild</translation>
  </message>
  <message>
   <source>1 item</source>
   <translation>1 Eintrag</translation>
  </message>
  <message>
   <source>AI {level}</source>
   <translation>KI {level}</translation>
  </message>
  <message>
   <source>AUC</source>
   <translation>AUC</translation>
  </message>
  <message>
   <source>Broken pipe</source>
   <translation>Verbindung abgebrochen</translation>
  </message>
  <message>
   <source>Colour</source>
   <translation>Farbe</translation>
  </message>
  <message>
   <source>Colour or grey</source>
   <translation>Farbe oder Grau</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <source>Connection refused</source>
   <translation>Verbindung abgelehnt</translation>
  </message>
  <message>
   <source>Connection timed out</source>
   <translation>Zeitüberschreitung der Verbindung</translation>
  </message>
  <message>
   <source>Device or resource busy</source>
   <translation>Gerät oder Ressource belegt</translation>
  </message>
  <message>
   <source>Directory not empty</source>
   <translation>Ordner nicht leer</translation>
  </message>
  <message>
   <source>Disk quota exceeded</source>
   <translation>Speicherkontingent erschöpft</translation>
  </message>
  <message>
   <source>File exists</source>
   <translation>Datei gibt es schon</translation>
  </message>
  <message>
   <source>File name too long</source>
   <translation>Dateiname zu lang</translation>
  </message>
  <message>
   <source>File type</source>
   <translation>Dateityp</translation>
  </message>
  <message>
   <source>Images</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Input/output error</source>
   <translation>Ein-/Ausgabefehler</translation>
  </message>
  <message>
   <source>Invalid argument</source>
   <translation>Ungültiges Argument</translation>
  </message>
  <message>
   <source>Is a directory</source>
   <translation>Ist ein Ordner</translation>
  </message>
  <message>
   <source>Largest value</source>
   <translation>Größter Wert</translation>
  </message>
  <message>
   <source>No space left on device</source>
   <translation>Kein Platz mehr auf dem Datenträger</translation>
  </message>
  <message>
   <source>No such file or directory</source>
   <translation>Datei oder Ordner nicht gefunden</translation>
  </message>
  <message>
   <source>Not a directory</source>
   <translation>Kein Ordner</translation>
  </message>
  <message>
   <source>Operation not permitted</source>
   <translation>Vorgang nicht erlaubt</translation>
  </message>
  <message>
   <source>Overlay hidden{details}</source>
   <translation>Overlay verborgen{details}</translation>
  </message>
  <message>
   <source>Overlay shown{details}</source>
   <translation>Overlay gezeigt{details}</translation>
  </message>
  <message>
   <source>Permission denied</source>
   <translation>Keine Berechtigung</translation>
  </message>
  <message>
   <source>Problem</source>
   <translation>Problem</translation>
  </message>
  <message>
   <source>Read by</source>
   <translation>Gelesen mit</translation>
  </message>
  <message>
   <source>Read-only file system</source>
   <translation>Dateisystem nur lesbar</translation>
  </message>
  <message>
   <source>Remarks</source>
   <translation>Bemerkungen</translation>
  </message>
  <message>
   <source>Rows</source>
   <translation>Zeilen</translation>
  </message>
  <message>
   <source>SHA-256 of the pixels</source>
   <translation>SHA-256 der Pixel</translation>
  </message>
  <message>
   <source>Smallest value</source>
   <translation>Kleinster Wert</translation>
  </message>
  <message>
   <source>Stale file handle</source>
   <translation>Veralteter Dateiverweis</translation>
  </message>
  <message>
   <source>THE RECORD WAS ALTERED: {records} entries checked.</source>
   <translation>DIE AUFZEICHNUNG WURDE VERÄNDERT: {records} Einträge geprüft.</translation>
  </message>
  <message>
   <source>Too many open files</source>
   <translation>Zu viele offene Dateien</translation>
  </message>
  <message>
   <source>Type of the values</source>
   <translation>Typ der Werte</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Unbekannt</translation>
  </message>
  <message>
   <source>Window: W {width} L {center}</source>
   <translation>Fenster: W {width} Z {center}</translation>
  </message>
  <message>
   <source>Zoom: {scale}</source>
   <translation>Zoom: {scale}</translation>
  </message>
  <message>
   <source>accuracy</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alle</translation>
  </message>
  <message>
   <source>analysis</source>
   <translation>Analyse</translation>
  </message>
  <message>
   <source>and</source>
   <translation>und</translation>
  </message>
  <message>
   <source>authors</source>
   <translation>Autoren</translation>
  </message>
  <message>
   <source>cannot be read: {type}</source>
   <translation>kann nicht gelesen werden: {type}</translation>
  </message>
  <message>
   <source>day</source>
   <translation>Tag</translation>
  </message>
  <message>
   <source>days</source>
   <translation>Tage</translation>
  </message>
  <message>
   <source>evenly</source>
   <translation>gleichmäßig</translation>
  </message>
  <message>
   <source>from the header</source>
   <translation>aus dem Header</translation>
  </message>
  <message>
   <source>higher</source>
   <translation>über</translation>
  </message>
  <message>
   <source>hours</source>
   <translation>Stunden</translation>
  </message>
  <message>
   <source>inverted</source>
   <translation>invertiert</translation>
  </message>
  <message>
   <source>line</source>
   <translation>Zeile</translation>
  </message>
  <message>
   <source>lower</source>
   <translation>unter</translation>
  </message>
  <message>
   <source>mean</source>
   <translation>Mittelwert</translation>
  </message>
  <message>
   <source>metadata</source>
   <translation>Metadaten</translation>
  </message>
  <message>
   <source>missing</source>
   <translation>fehlt</translation>
  </message>
  <message>
   <source>no</source>
   <translation>nein</translation>
  </message>
  <message>
   <source>noisier</source>
   <translation>stärker verrauscht</translation>
  </message>
  <message>
   <source>or</source>
   <translation>oder</translation>
  </message>
  <message>
   <source>padding</source>
   <translation>Padding</translation>
  </message>
  <message>
   <source>sensitivity</source>
   <translation>Sensitivität</translation>
  </message>
  <message>
   <source>smoother</source>
   <translation>glatter</translation>
  </message>
  <message>
   <source>specificity</source>
   <translation>Spezifität</translation>
  </message>
  <message>
   <source>stated</source>
   <translation>angegeben</translation>
  </message>
  <message>
   <source>unevenly</source>
   <translation>ungleichmäßig</translation>
  </message>
  <message>
   <source>unknown</source>
   <translation>unbekannt</translation>
  </message>
  <message>
   <source>was</source>
   <translation>wurde</translation>
  </message>
  <message>
   <source>were</source>
   <translation>wurden</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>ja</translation>
  </message>
  <message>
   <source>{name}, {condition} (SE)</source>
   <translation>{name}, {condition} (SE)</translation>
  </message>
 </context>
</TS>
