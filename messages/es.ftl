## Publicaciones

post-origin = Publicado primero por { $publisher }
post-photo = Foto: { $caption } ({ $credit })
post-caption = Foto: { $caption }
post-credit = Foto: { $credit }
post-written = Resumen escrito por un modelo de lenguaje
post-corrected = Corregido
post-correction = Corrección: { $note }
post-retracted = La redacción ha retirado esta noticia.
button-read = Leer
button-quotes = Citas
button-background = Contexto
button-back = ‹ Volver
button-newer = ‹ Más nuevas
button-older = Anteriores ›
button-more = Más ›
button-story = Noticia
button-share-quote = Compartir «{ $words }»
button-channel = Abrir el canal
button-follow = Seguir
button-follows = Lo que sigo

## Órdenes, como aparecen en el menú de Telegram

command-latest = Las últimas noticias
command-quotes = Quién dijo qué: una persona o un tema
command-background = Quién es quién y qué pasó antes
command-follow = Recibir un aviso cuando haya noticias de una persona o un tema
command-help = Qué se puede preguntar
command-stop = No recibir más mensajes de este bot
command-queue = Qué sale y cuándo
command-breaking = Publicar un artículo de inmediato
command-correct = Corregir una publicación
command-retract = Retirar una noticia
command-broadcast = Enviar un mensaje a los suscriptores
command-broadcasts = Envíos programados y anteriores
command-sources = De dónde vienen los artículos: añadir, pausar, quitar
command-status = Qué espera, qué se publicó, qué falla
command-why = Qué pasó con un artículo

## El chat de quien lee

start-welcome =
    ¡Hola! Este es el bot de { $channel }. Pregúntele por las noticias:

    /latest – las últimas noticias
    /quotes – quién dijo qué, palabra por palabra
    /background – quién es quién y qué pasó antes
    /follow – un mensaje cuando haya noticias de una persona o un tema

    También puede escribir solo un nombre o un tema. La redacción puede enviarle un mensaje de vez en cuando; /stop lo termina.
start-again = Ya está con nosotros. Pregunte con /latest, /quotes o /background, o escriba un nombre o un tema de { $channel }.
start-unknown-link = Ese enlace lleva a una noticia que ya no se guarda aquí. /latest muestra lo nuevo.
help-reader =
    Lo que puede preguntar:

    /latest – las noticias más nuevas; /latest 3 para tres de ellas
    /quotes { $name } – lo que dijo una persona, palabra por palabra
    /quotes huelga ferris – lo que se dijo sobre un tema
    /background { $name } – quién es alguien y su historia hasta ahora
    /background huelga ferris – lo que hay detrás de un tema
    /follow { $name } – un mensaje cuando haya noticias de una persona o un tema; /follow solo muestra lo que usted sigue
    /stop – no recibir más mensajes de la redacción

    Un nombre o un tema solos también sirven. Los pequeños errores de escritura no importan.
help-admin =
    Para la redacción:

    /queue – qué sale y cuándo, y cada publicación tal como se verá
    /breaking – publicar un artículo de inmediato
    /correct – corregir una publicación; quedará dicho en ella
    /retract – retirar una noticia
    /broadcast – enviar un mensaje a los suscriptores
    /broadcasts – los programados y los anteriores
    /sources – de dónde vienen los artículos: añadir, pausar, quitar
    /status – qué espera, qué se publicó, qué falla
    /why – qué pasó con un artículo: su dirección o palabras del titular

    Un enlace, un texto más largo o un archivo que usted envíe o reenvíe entra como artículo.
stop-done = Hecho. No recibirá más mensajes de la redacción. Puede seguir preguntando aquí; /start los trae de vuelta.
stop-already = No estaba recibiendo mensajes. /start los activa.
unknown-command = No existe la orden { $command }. Pruebe /latest, /quotes o /background; en /help están todas.
private-only = Por favor, pregúnteme en nuestro chat privado.
not-for-you = Eso es para la redacción. Puede preguntar con /latest, /quotes o /background.

## Últimas

latest-title = Lo último
latest-page = { $from }–{ $to } de { $total }
latest-empty = Todavía no hay noticias. La primera estará pronto en el canal.
story-gone = Esa noticia ya no se guarda aquí.

## Citas

quotes-of-name = { $name } – { $count ->
    [one] una cita
   *[other] { $count } citas
}
quotes-of-story = { $count ->
    [one] Una cita
   *[other] { $count } citas
} en esta noticia
quotes-on-topic = Sobre «{ $topic }» – { $count ->
    [one] una cita
   *[other] { $count } citas
}
quotes-none-of-name = El archivo no tiene palabras de { $name } entre comillas.
quotes-none-in-story = En esta noticia no se cita a nadie.
quotes-none = El archivo no tiene citas sobre «{ $query }».
quotes-ask = ¿Las palabras de quién? Escriba /quotes y un nombre o un tema, o elija a alguien citado hace poco:
quotes-unknown-speaker = sin nombrar a quien habla

## Lo que sigue quien lee

follow-done = A partir de ahora recibirá un mensaje por cada publicación sobre { $name }.
follow-already = Usted ya sigue { $name }.
follow-full = Usted sigue { $most } nombres y temas, el máximo posible. /follow los muestra; quite primero uno.
follow-stranger = Ahora no recibe mensajes de este bot. /start los activa; después puede seguir un nombre o un tema.
follow-unclear = Escriba /follow y un nombre, o hasta cinco palabras para un tema: /follow huelga ferris.
follow-none = Todavía no sigue a nadie ni nada. Escriba /follow y un nombre o un tema, o elija uno de los que están en las noticias:
follow-list = Recibe un mensaje cuando se publica algo sobre estos. Pulse uno para dejar de seguirlo:
follow-button = Seguir «{ $name }»
follow-notice = Sobre { $names }

## Nombres

names-which = ¿A qué «{ $query }» se refiere?
names-near = No hay «{ $query }» en el archivo. ¿Quiso decir…?
nothing-on = El archivo no tiene nada sobre «{ $query }». /latest muestra lo nuevo.

## Contexto

background-who = Quién es quién
background-behind = Lo que hay detrás
background-before = Lo que pasó antes
background-none = El archivo no tiene contexto de esta noticia.
background-ask = ¿Contexto de qué? Escriba /background y un nombre o un tema, o elija una noticia:
background-stories = { $count ->
    [one] En una noticia
   *[other] En { $count } noticias
}
background-thread = La historia hasta ahora
background-last-words = Últimas palabras
background-role-before = antes: { $roles }
background-outside = De Wikipedia, { $licence }
background-topic = Sobre «{ $topic }»

## Envíos

broadcast-ask = Envíeme ahora el mensaje, tal como deben verlo los suscriptores: un texto, una foto, un álbum, una encuesta, algo reenviado. Primero verá una vista previa. /stop lo descarta.
broadcast-confirm = Así se verá el mensaje. Va a { $count ->
    [one] un suscriptor
   *[other] { $count } suscriptores
}.
broadcast-confirm-album = Es un álbum; «Prueba para mí» lo muestra tal como llegará. Va a { $count ->
    [one] un suscriptor
   *[other] { $count } suscriptores
}.
broadcast-uncopyable = Telegram no permite copiar este mensaje, así que no se puede enviar a otros. /broadcast empieza de nuevo.
broadcast-only = Solo: { $parts }
broadcast-joined = desde hace { $days } días o menos
broadcast-active = activos en los últimos { $days } días
broadcast-follows = siguen { $names }
broadcast-is-silent = Llega sin sonido.
broadcast-is-paid = Ritmo de pago: hasta { $rate } por segundo, por { $stars ->
    [one] una Estrella
   *[other] unas { $stars } Estrellas
} de Telegram.
broadcast-is-planned = Empieza el { $date } ({ $zone }), para quienes estén suscritos entonces.
broadcast-whom = ¿A quién va? Ahora a { $count ->
    [one] un suscriptor
   *[other] { $count } suscriptores
}. Pulse para elegir, y otra vez para quitar:
broadcast-when =
    ¿Cuándo? Escriba una hora como 18:30, mañana 9:00, viernes 8:00, 28 nov 10:00 o en 2 horas.
    El reloj es el de { $zone }.
broadcast-when-unreadable = No entiendo esa hora. Escriba por ejemplo 18:30, mañana 9:00 o 28 nov 10:00. /stop deja el borrador como está.
broadcast-when-past = Esa hora ya pasó. Escriba una posterior.
broadcast-when-too-far = Falta más de un año. Escriba una hora más cercana.
broadcast-not-planned = No se fijó ninguna hora; el borrador queda como está.
broadcast-started-by-plan = El envío programado ha empezado.
broadcast-missed-plan = Un envío programado no pudo empezar a su hora porque el bot no estaba en marcha. Envíelo ahora, elija otra hora o cancélelo:
broadcast-nobody = Nadie ha iniciado el bot todavía, así que no hay a quién enviar.
broadcast-button-send = Enviar a { $count }
broadcast-button-send-now = Enviar ya a { $count }
broadcast-button-test = Prueba para mí
broadcast-button-later = Más tarde …
broadcast-button-other-time = Otra hora …
broadcast-button-whom = A quién …
broadcast-button-silent = Sin sonido
broadcast-button-sound = Con sonido
broadcast-button-paid = Ritmo de pago
broadcast-button-free = Ritmo gratuito
broadcast-button-joined = Nuevos { $days } d
broadcast-button-active = Activos { $days } d
broadcast-button-repeat = Enviar de nuevo a { $unknown }
broadcast-button-repeat-now = Sí, enviar de nuevo a { $unknown }
broadcast-button-file = Quién no lo recibió
broadcast-button-cancel = Cancelar
broadcast-button-pause = Pausa
broadcast-button-resume = Seguir
broadcast-dropped = Descartado. No se envió nada.
broadcast-gone = Ese envío ya terminó; el botón ya no hace nada.
broadcast-running = Enviando
broadcast-paused = En pausa
broadcast-paused-because = En pausa: { $reason }
broadcast-finished = Terminado
broadcast-cancelled = Cancelado
broadcast-counts =
    Enviados: { $sent } de { $audience }
    Inalcanzables: { $unreachable }
    Fallidos: { $failed }
    Resultado desconocido: { $unknown }
broadcast-pace = { $rate } por segundo, { $minutes ->
    [one] falta un minuto
   *[other] faltan unos { $minutes } minutos
}
broadcast-repeat-ask = Para { $unknown ->
    [one] un suscriptor
   *[other] { $unknown } suscriptores
} Telegram no respondió. Algunos ya tienen el mensaje y lo recibirían dos veces. ¿Enviárselo de nuevo?
broadcast-file = Quién no lo recibió y por qué
broadcast-unknown-note = Para { $unknown } de ellos Telegram no respondió: pueden tener el mensaje o no. No se les envió de nuevo.
broadcast-report = El envío está { $status ->
    [cancelled] cancelado
   *[finished] terminado
}. Duró { $minutes ->
    [0] menos de un minuto
    [one] un minuto
   *[other] { $minutes } minutos
}.
broadcast-reason = • { $count } × { $reason }

broadcasts-title = Envíos
broadcasts-none = Todavía no se ha enviado nada. /broadcast empieza un envío.
broadcasts-planned = { $date } – programado
broadcasts-line = { $date } – { $status ->
    [running] enviándose
    [paused] en pausa
    [cancelled] cancelado
   *[finished] terminado
}, { $sent } de { $audience }

## Cola

queue-title = Lo que sale en { $channel }
queue-empty = No hay nada en espera para { $channel }.
queue-no-channel = No hay ningún canal configurado: lo nombra CHANNEL_ID o dateline.yaml.
queue-choose = Un número muestra la publicación tal como se verá, y lo que se puede hacer con ella.
queue-gone = Esa publicación ya no está en la cola.
queue-goes = Sale: { $when }
queue-at-once = de inmediato
queue-held = retenida
queue-unapproved = espera aprobación
queue-no-slot = sin turno
queue-button-up = ↑ Antes
queue-button-down = ↓ Después
queue-button-now = Publicar ya
queue-button-hold = Retener
queue-button-release = Liberar
queue-button-drop = Descartar
queue-button-back = « Cola

## Última hora, correcciones, retiradas

post-which = ¿Qué artículo? Escriba { $command } y su dirección o palabras de su titular, o elija:
post-which-none = Todavía no hay ningún artículo así.
post-is-retracted = Esa noticia fue retirada; ya no se publica.
post-is-not-out = «{ $title }» no está ahora en ningún canal.
post-on-its-way = { $channel }: se está enviando, o nadie sabe aún si ya está. Vuelva a pedirlo cuando /why diga cómo terminó.
post-change-failed = { $channel }: Telegram lo rechazó: { $reason }
post-left = No se cambió nada.
post-button-correct = Corregir la publicación
post-button-note = Decir qué estaba mal
post-button-notice = Dejar un aviso
post-button-reason = Aviso con el motivo
post-button-delete = Borrar la publicación
post-button-leave = Dejarla
breaking-ask = Sale de inmediato, fuera del horario y de las horas de silencio:
breaking-button = Publicar ya en { $channel }
breaking-answer = { $answer ->
    [out] «{ $title }» ya está en { $channel }.
    [underway] «{ $title }» ya va camino de { $channel }.
   *[goes] «{ $title }» sale ahora en { $channel }.
}
breaking-everywhere = «{ $title }» ya está en todos los canales. /correct cambia una publicación.
correct-ask = Así se verá la publicación en { $channels }:
correct-write = Escriba en una frase qué estaba mal y qué es lo correcto. Quedará en la publicación. /stop lo descarta.
correct-too-long = Es demasiado largo para una publicación: como mucho { $limit } caracteres, por favor.
correct-done = La publicación en { $channel } ya está corregida y lo indica.
correct-nowhere = La noticia no está en ningún canal, así que no había nada que corregir.
retract-ask = ¿Retirar «{ $title }»? Quienes preguntan al bot ya no la encontrarán, y no volverá a publicarse.
retract-write = Escriba el motivo en una frase. Se leerá en lugar de la publicación. /stop lo descarta.
retract-done = La publicación en { $channel } está retirada.
retract-nowhere = La noticia no estaba en ningún canal. No se publicará y ya no se encuentra.

## Fuentes

sources-title = Fuentes
sources-none = Todavía no hay ninguna fuente.
sources-line = { $number }. { $name } – { $state ->
    [paused] en pausa
   *[read] se lee
}
sources-more = … y { $count } más
sources-how =
    /sources add <dirección de un sitio o de una fuente>
    /sources pause <número o dirección>
    /sources resume <número o dirección>
    /sources remove <número o dirección>
    /sources export – todas en un archivo (OPML)
    /sources import – añade las de un archivo así
sources-ask = ¿Cuál? Escriba /sources { $verb } y su dirección, o su número en /sources.
sources-unknown = No hay ninguna fuente «{ $which }». /sources las muestra todas.
sources-not-found = No se añadió nada: { $reason }
sources-known = { $name } ya es una fuente.
sources-found = Se encontró { $name }. Aún no se lee: /sources resume { $number } la pone en marcha, /sources remove { $number } la quita. Lo que muestra ahora va al archivo, no al canal. Lo más nuevo:
sources-no-items = Ahora no muestra nada.
sources-paused = { $name } está en pausa. Lo que traiga entretanto no se lee.
sources-resumed = { $name } se está leyendo.
sources-removed = { $name } ya no es una fuente. Sus artículos siguen en el archivo.
sources-configured = { $name } está en la configuración y volvería: quítela allí, o póngala en pausa aquí.
sources-exported = { $count ->
    [one] Una fuente, en OPML
   *[other] { $count } fuentes, en OPML
}
sources-imported = { $count ->
    [0] No se añadió ninguna fuente
    [one] Se añadió una fuente y se está leyendo; lo primero que muestre va al archivo
   *[other] Se añadieron { $count } fuentes y se están leyendo; lo primero que muestren va al archivo
}. { $known ->
    [0] { "" }
    [one] Una ya estaba.
   *[other] { $known } ya estaban.
}
sources-import-how = Envíeme la lista como archivo (OPML), como la exportan los lectores de fuentes.
sources-import-none = { $file } no es una lista de fuentes (OPML).
sources-import-empty = La lista no nombra ninguna fuente. No se añadió nada.

## Lo que envía la redacción

intake-new = «{ $title }» ha entrado. { $state ->
    [none] Está solo en el archivo: ningún canal lo toma.
   *[waiting] Así se verá:
}
intake-known = «{ $title }» ya estaba. { $state ->
    [none] Está solo en el archivo.
    [sent] Se ha publicado.
    [waiting] Está en espera:
    [dropped] Un editor retiró su publicación.
   *[other] /why dice qué pasó con su publicación.
}
intake-changed = «{ $title }» tiene una versión nueva: { $changes }. { $state ->
    [none] Está solo en el archivo.
    [sent] La anterior se ha publicado.
    [waiting] Está en espera:
   *[other] /why dice qué pasó con su publicación.
}
intake-refused = No ha entrado nada: { $reason }
intake-nothing = Ahí no hay ningún artículo: envíe un enlace, un texto de cierta extensión o un archivo (.txt, .md, .html).

## Estado

status-title = Estado
status-archive = Archivo: { $articles ->
    [one] una noticia
   *[other] { $articles } noticias
}, { $subscribers ->
    [one] un suscriptor
   *[other] { $subscribers } suscriptores
}
status-waiting = En espera para { $channel }: { $waiting }
status-next-slot = Próximo turno: { $date }
status-held = Retenidos: { $held }
status-unapproved = Esperan aprobación: { $held }
status-broadcast = Se está enviando un mensaje: { $percent } % de { $audience }
status-last-posts = Últimas publicaciones
status-no-posts = Todavía no se ha publicado nada.
status-post = { $date } – { $state } – { $title }
status-feeds = Fuentes
status-feed-ok = { $feed } – leída { $date }
status-feed-new = { $feed } – aún sin leer
status-feed-failing = { $feed } – falla: { $reason }
status-redis = Redis: { $memory } en uso; { $durability }

## Por qué

why-ask = ¿Qué artículo? Escriba /why y su dirección, o palabras del titular.
why-unknown = No ha llegado nada parecido a «{ $query }».
why-state = Publicación: { $state }
why-no-post = No sale en { $channel }: su fuente es solo para el archivo, o el canal no toma artículos así.
why-removed = Fuera del texto
why-item = { $date } – { $what }

## Qué pasó con una publicación

history-given-back = el proceso que lo tenía terminó antes de enviarlo; espera de nuevo
history-lost = el proceso que lo enviaba terminó antes de la respuesta; nadie sabe si está
history-taken-now = tomado por orden de la redacción
history-taken = tomado para su turno
history-sending = enviándose
history-sent = enviado como mensaje { $id }
history-no-answer = sin respuesta: { $reason }
history-refused = rechazado: { $reason }
history-too-old = descartado: esperó tanto que ya no es noticia
history-nothing = descartado: no hay nada que publicar
history-paused = devuelto a la cola: Telegram pidió una pausa
history-put-back = devuelto a la cola: { $reason }
history-found = encontrado como mensaje { $id }
history-not-there = buscado y no está; sale otra vez
history-asked = buscado en vano; se pregunta a la redacción
history-editor-there = la redacción dice que está
history-editor-post = la redacción dice que se publique
history-approval = espera la aprobación de la redacción
history-released = liberado por la redacción
history-now = enviado de inmediato por la redacción
history-held = retenido por la redacción
history-editor-dropped = descartado por la redacción
history-corrected = corregido
history-correction = corregido: { $note }
history-retracted = retirado
history-retraction = retirado: { $reason }
history-unchanged = no se pudo cambiar: { $reason }
state-waiting = en espera
state-in-flight = enviándose
state-sent = enviada
state-unreachable = inalcanzable
state-failed = rechazada
state-unknown = nadie sabe si está
state-dropped = descartada
state-retracted = retirada

## La redacción

desk-post-failed = «{ $title }» no se pudo publicar en { $channel }: { $reason }
desk-post-unknown = Telegram no respondió sobre «{ $title }» en { $channel }, y desde aquí no se puede ver si la publicación está. Por favor, mire en el canal.
desk-post-to-approve = Por aprobar para { $channel }:
desk-posts-to-approve = { $count } artículos esperan aprobación para { $channel }. /queue los muestra.
desk-button-approve = Aprobar
approval-done = { $what ->
    [now] «{ $title }» sale ahora en { $channel }.
    [drop] «{ $title }» queda descartado; no sale en { $channel }.
   *[release] «{ $title }» queda aprobado; sale en { $channel } cuando le toque.
}
desk-post-found = «{ $title }» está en { $channel } después de todo: Telegram no había respondido, pero el mensaje de arriba se encontró allí.
desk-post-outdated = «{ $title }» ha cambiado desde que se publicó en { $channel }: { $changes }
desk-channel-unreachable = El bot no puede escribir en { $channel }: { $reason } Sus publicaciones esperan hasta que pueda; haga al bot administrador con permiso para publicar.
desk-button-there = Está
desk-button-again = Publicar
desk-decided-there = Anotado: la publicación está.
desk-decided-again = Sale otra vez ahora.
desk-decided-already = Esto ya estaba resuelto.
desk-feed-failing = No se puede leer una fuente: { $feed }. { $reason } Se intenta de nuevo sola; se avisará cuando funcione.
desk-feed-recovered = La fuente { $feed } se puede leer de nuevo.
desk-broadcast-paused = El envío se detuvo solo: { $reason } Espera a que usted lo siga o lo cancele.
desk-update-aside = Un mensaje al bot no se pudo atender tras tres intentos y se apartó: { $reason }
desk-file-refused = El archivo { $file } no se tomó: { $reason }
desk-redis-forgets = Redis puede olvidar lo que se le dice: { $finding }
