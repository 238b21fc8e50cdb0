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
   <translation>Linien</translation>
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
   <source>Distance from its own data {distance} (unusual above {flag}, refused above {refuse})</source>
   <translation>Abstand von den eigenen Daten {distance} (ungewöhnlich über {flag}, abgelehnt über {refuse})</translation>
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
   <source>Measured on {source}.</source>
   <translation>Gemessen an {source}.</translation>
  </message>
  <message>
   <source>Predicted in {time} ms on {device}</source>
   <translation>Vorhergesagt in {time} ms auf {device}</translation>
  </message>
  <message>
   <source>Predicted in {time} s on {device}</source>
   <translation>Vorhergesagt in {time} s auf {device}</translation>
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
   <source>DICOM secondary capture</source>
   <translation>DICOM Secondary Capture</translation>
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
   <source>A DICOM object names the patient, which de-identified mode forbids.</source>
   <translation>Ein DICOM-Objekt nennt den Patienten, was der de-identifizierte Modus verbietet.</translation>
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
   <source>Patient {number}</source>
   <translation>Patient {number}</translation>
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
   <translation>Markierungen der Befunder</translation>
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
   <source>nothing was shown</source>
   <translation>nichts wurde gezeigt</translation>
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
   <source>Tables (*.csv);;All files (*)</source>
   <translation>Tabellen (*.csv);;Alle Dateien (*)</translation>
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
   <source>A file: .npy, .npz, .png or .tif</source>
   <translation>Eine Datei: .npy, .npz, .png oder .tif</translation>
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
   <translation>Nichtunterlegenheits-Grenze</translation>
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
   <translation>Fragestellung</translation>
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
   <translation>Stichprobengröße</translation>
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
   <source>The image cannot be predicted.</source>
   <translation>Das Bild kann nicht vorhergesagt werden.</translation>
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
   <source>Panes at the start</source>
   <translation>Bildfelder beim Start</translation>
  </message>
  <message>
   <source>Predict ahead</source>
   <translation>Im Voraus vorhersagen</translation>
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
   <source>The language of menus, panels and messages; reasons of errors stay in English.</source>
   <translation>Die Sprache von Menüs, Bereichen und Meldungen; Gründe von Fehlern bleiben englisch.</translation>
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
 </context>
</TS>
