/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-sets.h"

/* Heads of openings were taken from counts over resolutions where there are counts (English, French) and from the
 * usage of the official records elsewhere. A head stands in the form in which a paragraph begins with it; adverbs and
 * what follows are in their own lists, so that "deeply concerned", "noting with appreciation" and 又回顾 need no entry. */

static const AgreedWordingSet arabic = {
  .code = "ar",
  .organs = "إن الجمعية العامة|الجمعية العامة|إن المجلس الاقتصادي والاجتماعي|المجلس الاقتصادي والاجتماعي|إن مجلس حقوق الإنسان|"
            "مجلس حقوق الإنسان|إن مجلس الأمن|مجلس الأمن|إن لجنة وضع المرأة|إن لجنة حقوق الإنسان|إن لجنة المخدرات|"
            "إن اللجنة الإحصائية|إن لجنة التنمية الاجتماعية|إن مجلس الوصاية|إن مؤتمر الأطراف|إن المؤتمر العام",
  .preambular = "إذ|وإذ|وقد|بعد أن|إذ تشير|وإذ تشير|إذ يشير|وإذ يشير|وقد نظرت|وقد نظر|"
                "إدراكا منها|اقتناعا منها|اعترافا منها|رغبة منها|تصميما منها|حرصا منها|وعيا منها|إيمانا منها|"
                "عزما منها|وإدراكا منها|واقتناعا منها|واعترافا منها|ورغبة منها|وتصميما منها|وحرصا منها|"
                "ووعيا منها|وإيمانا منها|وعزما منها|إدراكا منه|اقتناعا منه|اعترافا منه|رغبة منه|تصميما منه|"
                "حرصا منه|وعيا منه|إيمانا منه|عزما منه|وإدراكا منه|واقتناعا منه|واعترافا منه|ورغبة منه|"
                "وتصميما منه|وحرصا منه|ووعيا منه|وإيمانا منه|وعزما منه",
  .operative = "تحيط علما|يحيط علما|تسلم|يسلم|تقر|يقر|تؤكد|يؤكد|تعيد تأكيد|يعيد تأكيد|تعيد التأكيد|يعيد التأكيد|تشدد|يشدد|تشجع|"
               "يشجع|تطلب|يطلب|تدعو|يدعو|تقرر|يقرر|ترحب|يرحب|تحث|يحث|تهيب|يهيب|تلاحظ|يلاحظ|تشير|يشير|تعرب|يعرب|تعترف|يعترف|"
               "توصي|يوصي|تعتمد|يعتمد|توافق|يوافق|تؤيد|يؤيد|تدين|يدين|تعلن|يعلن|تناشد|يناشد|تثني|يثني|تعتبر|يعتبر|تأذن|يأذن|"
               "تكرر|يكرر|تأسف|يأسف|تشجب|يشجب|تبرز|يبرز|تنوه|ينوه|تعقد العزم|يعقد العزم|تتطلع|يتطلع|تلتزم|يلتزم|تطالب|يطالب|"
               "تبقي|يبقي|تذكر|يذكر|تعرب عن تقديرها|تقدر|يقدر|تحيي|يحيي|تهنئ|يهنئ|ترى|يرى|تجدد|يجدد|ترفض|يرفض|تأخذ|يأخذ",
  .before = "",
  .after = "أيضا|كذلك|من جديد|مرة أخرى|مع التقدير|مع القلق|مع بالغ القلق|بقلق|بقلق بالغ|مع الارتياح|بارتياح|علما|تشير|تسلم|"
           "تعترف|تؤكد|تعيد تأكيد|تلاحظ|ترحب|تدرك|تعرب|تشدد|تضع في اعتبارها|تأخذ في اعتبارها|تحيط|يشير|يسلم|يعترف|يؤكد|"
           "يعيد تأكيد|يلاحظ|يرحب|يدرك|يعرب|يشدد|يضع في اعتباره|يأخذ في اعتباره|يحيط|نظرت|نظر|إلى|بأن|في",
  .adopted = "اعتمدت|اعتمد|اعتماد",
  .annexes = "المرفق|مرفق|المرفقات|التذييل",
  .meetings = "الجلسة العامة|الجلسة",
  .notes = "انظر|المرجع نفسه|القرار|الأمم المتحدة|متاح|وثائق",
  .furniture = "الأمم المتحدة|الرجاء إعادة الاستعمال|الرجاء إعادة استعمال الورق|يرجى إعادة الاستعمال|يرجى إعادة استعمال الورق",
  .months = "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول|"
            "يناير|فبراير|مارس|أبريل|مايو|يونيه|يوليه|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
  .drafts = "مشروع القرار|مشروع قرار|مشاريع القرارات",
  .counted = "الفقرة|الفقرات|المادة|المادتين|الهدف|الأهداف|البند|الفصل|الجزء|المرفق|القاعدة|رقم|و|من|إلى|بين|في",
  .measured = "في المائة|دولة|سنوات|أيام|مليون",
};

static const AgreedWordingSet english = {
  .code = "en",
  .organs = "the general assembly|the economic and social council|the human rights council|the security council|"
            "the trusteeship council|the commission on human rights|the commission on the status of women|"
            "the commission on narcotic drugs|the commission on crime prevention and criminal justice|"
            "the commission on population and development|the commission for social development|"
            "the commission on science and technology for development|the statistical commission|"
            "the conference of the parties|the united nations environment assembly|the executive board|"
            "the general conference|the states members of the united nations",
  .preambular = "recalling|recognizing|recognising|reaffirming|noting|welcoming|taking note|stressing|emphasizing|emphasising|"
                "acknowledging|bearing in mind|mindful|convinced|having considered|having also considered|having examined|"
                "having received|having heard|having noted|having listened|having regard|having reviewed|having studied|"
                "having adopted|having decided|having taken|concerned|expressing|underlining|reiterating|aware|conscious|"
                "considering|encouraging|encouraged|guided|affirming|highlighting|condemning|underscoring|commending|"
                "looking forward|taking into account|taking into consideration|cognizant|alarmed|deploring|urging|"
                "determined|calling upon|calling for|calling attention|believing|desirous|desiring|wishing|remaining|"
                "regretting|recommitting|honouring|supporting|resolved|disturbed|trusting|inviting|appreciating|referring|"
                "realizing|renewing|confirming|commemorating|continuing|re-emphasizing|sharing|being|seeking|keeping in mind|"
                "acting|observing|paying tribute|appalled|shocked|outraged|hoping|inspired|proclaiming|seized|anxious|"
                "grateful|gratified|satisfied|dismayed|distressed|troubled|persuaded|saddened|declaring|intending|noting that|"
                "viewing|approving|endorsing|congratulating|pursuant|in accordance|in pursuance|contemplating|stating|"
                "rejecting|demanding|requesting|deciding|respecting|promoting|admiring|mourning|celebrating|applauding|"
                "drawing|addressing|adopting|striving|strengthening|responding|building|joining|working|understanding|"
                "recollecting|reminding|insisting|attaching|aiming|accepting|appealing|fully aware",
  .operative = "encourages|requests|calls upon|calls on|welcomes|recognizes|recognises|urges|decides|recalls|reaffirms|invites|"
               "stresses|takes note|notes|emphasizes|emphasises|acknowledges|reiterates|underlines|calls for|endorses|"
               "expresses|commends|recommends|underscores|affirms|approves|looks forward|condemns|appeals|demands|authorizes|"
               "appreciates|supports|takes into account|highlights|appropriates|deplores|calls|considers|recommits|resolves|"
               "agrees|commits|re-emphasizes|regrets|declares|reminds|congratulates|draws|continues|renews|rejects|proclaims|"
               "remains|pays tribute|determines|anticipates|realizes|reconfirms|objects|confirms|adopts|applauds|designates|"
               "directs|elects|establishes|extends|instructs|intends|keeps|mandates|observes|opens|reappoints|appoints|accepts|"
               "admits|warns|wishes|thanks|undertakes|transmits|takes|strives|suggests|solemnly declares|offers|bears in mind|"
               "denounces|concurs|further to|acts|emphasises|stands ready|shares|refers|is of the view|is convinced|concludes",
  .before = "also|further|deeply|gravely|strongly|seriously|fully|firmly|once again|again|once more|particularly|profoundly|"
            "highly|extremely|urgently|unequivocally|solemnly|very|continuing|keenly|equally|additionally|likewise|moreover|"
            "nevertheless|categorically|warmly|sincerely|vigorously|increasingly|greatly|especially|remaining|being",
  .after = "also|further|again|once again|once more|in particular|in this regard|in this context|with appreciation|with concern|"
           "with deep concern|with great concern|with grave concern|with serious concern|with profound concern|with satisfaction|"
           "with interest|with regret|with alarm|with deep appreciation|with gratitude|with approval|with particular interest|"
           "with great appreciation|with deep regret|concern|deep concern|grave concern|serious concern|great concern|appreciation|"
           "its appreciation|its concern|its deep concern|its grave concern|its serious concern|its gratitude|its commitment|"
           "its conviction|its support|its request|its call upon|its call for|its satisfaction|its deep appreciation|of|alarm",
  .adopted = "adopted|approved|adoption",
  .annexes = "annex|annexes|appendix",
  .meetings = "plenary meeting|meeting",
  .notes = "see|ibid|resolution|resolutions|united nations|official records|available|general assembly resolution|adopted|report",
  .furniture = "please recycle|please rec cle|united nations",
  .months = "january|february|march|april|may|june|july|august|september|october|november|december",
  .drafts = "draft resolution|draft resolutions|draft decision",
  .counted = "article|articles|paragraph|paragraphs|goal|goals|target|targets|chapter|section|sections|part|annex|no|item|items|rule|page|pages|phase|resolution|and|to|or|of|from|between|until|by|than|table|day|in|at|on",
  .measured = "per cent|percent|million|billion|years|months|days",
};

static const AgreedWordingSet spanish = {
  .code = "es",
  .organs = "la asamblea general|el consejo económico y social|el consejo de derechos humanos|el consejo de seguridad|"
            "el consejo de administración fiduciaria|la comisión de derechos humanos|"
            "la comisión de la condición jurídica y social de la mujer|la comisión de estupefacientes|"
            "la comisión de estadística|la comisión de desarrollo social|la comisión de población y desarrollo|"
            "la comisión de prevención del delito y justicia penal|la conferencia de las partes|la conferencia general",
  .preambular = "recordando|reconociendo|reafirmando|observando|acogiendo|tomando nota|destacando|subrayando|poniendo de relieve|"
                "teniendo presente|teniendo en cuenta|teniendo en mente|consciente|conscientes|convencida|convencido|habiendo|"
                "preocupada|preocupado|expresando|reiterando|considerando|alentada|alentado|guiada|guiado|afirmando|"
                "condenando|encomiando|elogiando|aguardando|alarmada|alarmado|deplorando|lamentando|instando|decidida|"
                "decidido|exhortando|creyendo|deseosa|deseoso|deseando|manteniéndose|apoyando|resuelta|resuelto|confiando|"
                "invitando|apreciando|agradeciendo|haciendo|inspirada|inspirado|inquieta|inquieto|actuando|procurando|"
                "celebrando|rindiendo|estimando|tomando en consideración|tomando en cuenta|haciendo notar|haciendo hincapié|"
                "recalcando|resaltando|advirtiendo|constatando|tomando conocimiento|profundizando|alentando|haciendo suyo|"
                "reafirmándose|refiriéndose|felicitando|persuadida|persuadido|indignada|indignado|consternada|consternado|"
                "satisfecha|satisfecho|sabedora|entendiendo|señalando|admitiendo|comprometida|comprometido|con el propósito",
  .operative = "alienta|solicita|pide|exhorta|acoge|reconoce|insta|decide|recuerda|reafirma|invita|destaca|toma nota|observa|"
               "pone de relieve|subraya|reitera|hace suyo|hace suya|hace suyos|hace suyas|expresa|encomia|recomienda|afirma|"
               "aprueba|aguarda|condena|hace un llamamiento|exige|autoriza|aprecia|apoya|tiene en cuenta|consigna|deplora|"
               "considera|resuelve|conviene|se compromete|lamenta|declara|felicita|señala|continúa|rechaza|proclama|sigue|"
               "rinde|determina|confirma|adopta|aplaude|designa|elige|establece|acepta|admite|agradece|da las gracias|"
               "hace hincapié|recalca|resalta|constata|reafirma su|celebra|advierte|estima|se congratula|se felicita|insiste|"
               "manifiesta|renueva|espera|transmite|encarga|prorroga|permanecerá|seguirá|mantiene|toma conocimiento|"
               "toma en consideración|se declara|se muestra|hace notar|pone|suscribe|admira|denuncia|urge|nombra|tiene presente",
  .before = "profundamente|gravemente|seriamente|firmemente|plenamente|enérgicamente|encarecidamente|una vez más|además|"
            "también|asimismo|especialmente|particularmente|vivamente|hondamente|sumamente|muy",
  .after = "también|además|asimismo|nuevamente|de nuevo|una vez más|en particular|a este respecto|con aprecio|con reconocimiento|"
           "con preocupación|con profunda preocupación|con gran preocupación|con grave preocupación|con satisfacción|con interés|"
           "con beneplácito|con agrado|con pesar|con agradecimiento|preocupación|su preocupación|su profunda preocupación|"
           "profunda preocupación|su reconocimiento|su agradecimiento|con beneplácito|examinado|considerado|recibido|"
           "en cuenta|de",
  .adopted = "aprobó|aprobado|adoptó|aprobación",
  .annexes = "anexo|anexos|apéndice",
  .meetings = "sesión plenaria|sesión",
  .notes = "véase|véanse|ibid|resolución|resoluciones|naciones unidas|documentos oficiales|puede consultarse|aprobado",
  .furniture = "se ruega reciclar|naciones unidas",
  .months = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
            "enero|febrero|marzo|abril|mayo|junio|julio|agosto|setiembre|octubre|noviembre|diciembre",
  .drafts = "proyecto de resolución|proyectos de resolución|proyecto de decisión",
  .counted = "artículo|artículos|párrafo|párrafos|objetivo|objetivos|meta|metas|capítulo|sección|parte|anexo|núm|tema|regla|página|y|a|o|de|del|entre|hasta|en|al|el",
  .measured = "por ciento|millones|años|meses|días|de",
};

static const AgreedWordingSet french = {
  .code = "fr",
  .organs = "l'assemblée générale|le conseil économique et social|le conseil des droits de l'homme|le conseil de sécurité|"
            "le conseil de tutelle|la commission des droits de l'homme|la commission de la condition de la femme|"
            "la commission des stupéfiants|la commission de statistique|la commission du développement social|"
            "la commission de la population et du développement|la commission pour la prévention du crime et la justice pénale|"
            "la conférence des parties|la conférence générale",
  .preambular = "rappelant|réaffirmant|consciente|conscient|conscients|soulignant|notant|prenant|se félicitant|se déclarant|"
                "se disant|se réjouissant|se référant|se fondant|considérant|constatant|ayant|sachant|saluant|convaincue|"
                "convaincu|préoccupée|préoccupé|exprimant|accueillant|reconnaissant|estimant|condamnant|déplorant|affirmant|"
                "insistant|tenant|guidée|guidé|réitérant|alarmée|alarmé|encourageant|s'inquiétant|engageant|remerciant|"
                "attendant|demeurant|mesurant|appréciant|félicitant|demandant|gardant|invitant|encouragée|encouragé|résolue|"
                "résolu|s'engageant|déclarant|appuyant|s'inspirant|relevant|exhortant|regrettant|appelant|convenant|jugeant|"
                "mettant|souhaitant|confirmant|rendant|déterminée|déterminé|faisant|craignant|soucieuse|soucieux|inquiète|"
                "inquiet|louant|observant|persuadée|persuadé|satisfaite|réappuyant|répétant|préconisant|dénonçant|restant|"
                "désireuse|désireux|s'efforçant|connaissant|agissant|rejetant|entendant|voulant|espérant|troublée|indignée|"
                "indigné|consternée|consterné|comptant|pleinement consciente|sensible|vu|partageant|redisant|insistant sur|"
                "s'associant|s'étant|reconnaissante|bouleversée|horrifiée|cherchant|adhérant|étant|admettant|croyant",
  .operative = "prie|demande|souligne|prend|encourage|se félicite|se déclare|se dit|se réjouit|se propose|se réserve|réaffirme|"
               "invite|engage|décide|rappelle|note|exhorte|constate|considère|salue|condamne|est|accueille|approuve|insiste|"
               "remercie|souscrit|estime|sait|exprime|exige|recommande|apprécie|félicite|autorise|reconnaît|affirme|déplore|"
               "fait sien|fait sienne|fait siennes|fait siens|fait|appelle|rend|s'inquiète|préconise|déclare|souhaite|réitère|"
               "mesure|s'engage|attend|redit|appuie|lance|met|convient|accepte|renouvelle|adopte|compte|demeure|confirme|juge|"
               "regrette|soutient|nomme|proclame|enjoint|continue|adresse|incite|tient|applaudit|redemande|s'associe|rejette|"
               "dénonce|loue|entend|élit|établit|crée|proroge|charge|observe|relève|reste|ouvre|admet|presse|rejoint|donne|"
               "conclut|espère|veut|désigne|s'élève|se tient|s'appuie|conseille|suggère|signale|appelle de nouveau",
  .before = "profondément|vivement|gravement|particulièrement|pleinement|fermement|très|également|en outre|de nouveau|"
            "instamment|sincèrement|sérieusement|extrêmement|énergiquement|à nouveau|une fois encore|toujours",
  .after = "également|en outre|de nouveau|à nouveau|une fois de plus|une nouvelle fois|en particulier|à cet égard|acte|note|"
           "avec satisfaction|avec préoccupation|avec une profonde préoccupation|avec inquiétude|avec intérêt|avec regret|"
           "avec gratitude|avec reconnaissance|avec appréciation|aussi|vivement|instamment|à l'esprit|compte|en considération|"
           "examiné|préoccupée|préoccupé|profondément préoccupée|sa préoccupation|sa gratitude|sa profonde préoccupation|"
           "bonne note|dûment|de",
  .adopted = "a adopté|adopté|adoption",
  .annexes = "annexe|annexes|appendice",
  .meetings = "séance plénière|séance",
  .notes = "voir|ibid|résolution|résolutions|nations unies|documents officiels|disponible|consultable|adopté",
  .furniture = "merci de recycler|nations unies",
  .months = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
  .drafts = "projet de résolution|projets de résolution|projet de décision",
  .counted = "article|articles|paragraphe|paragraphes|objectif|objectifs|cible|cibles|chapitre|section|partie|annexe|n°|no|point|règle|page|et|à|ou|de|du|entre|le|au|en|par",
  .measured = "pour cent|%|millions|ans|mois|jours",
};

static const AgreedWordingSet russian = {
  .code = "ru",
  .organs = "генеральная ассамблея|экономический и социальный совет|совет по правам человека|совет безопасности|"
            "совет по опеке|комиссия по правам человека|комиссия по положению женщин|комиссия по наркотическим средствам|"
            "статистическая комиссия|комиссия социального развития|комиссия по народонаселению и развитию|"
            "комиссия по предупреждению преступности и уголовному правосудию|конференция сторон|генеральная конференция",
  .preambular = "ссылаясь|признавая|подтверждая|отмечая|приветствуя|принимая|подчеркивая|учитывая|памятуя|будучи|сознавая|"
                "осознавая|рассмотрев|изучив|выражая|вновь|напоминая|считая|полагая|руководствуясь|осуждая|высоко оценивая|"
                "с удовлетворением|с интересом|с сожалением|с обеспокоенностью|с озабоченностью|с признательностью|"
                "с глубокой обеспокоенностью|с глубокой озабоченностью|с серьезной обеспокоенностью|испытывая|желая|"
                "стремясь|надеясь|сожалея|призывая|настоятельно призывая|поддерживая|заслушав|получив|действуя|исходя|"
                "воодушевленная|глубоко обеспокоенная|обеспокоенная|озабоченная|встревоженная|убежденная|преисполненная|"
                "обращая|заявляя|ожидая|рекомендуя|поощряя|воздавая|возмущенная|потрясенная|уделяя|одобряя|оценивая|"
                "констатируя|принимая к сведению|принимая во внимание|имея|вдохновляясь|высказывая|ввиду|проявляя|отдавая|"
                "повторяя|тревожась|беря|беспокоясь|опасаясь|выделяя|утверждая|настаивая|предлагая|обсудив|решив|"
                "рассмотрев|проанализировав|отвергая|разделяя|продолжая|приняв|провозглашая|решительно осуждая|исполненная",
  .operative = "признает|подтверждает|отмечает|приветствует|принимает|подчеркивает|призывает|просит|постановляет|ссылается|"
               "рекомендует|предлагает|настоятельно призывает|выражает|одобряет|осуждает|поощряет|вновь|напоминает|считает|"
               "полагает|поддерживает|уполномочивает|требует|утверждает|высоко оценивает|с удовлетворением|с интересом|"
               "с признательностью|с сожалением|с обеспокоенностью|с озабоченностью|сожалеет|заявляет|обращается|обращает|"
               "ожидает|воздает|провозглашает|учреждает|назначает|избирает|решает|обязуется|настаивает|благодарит|"
               "решительно осуждает|повторяет|надеется|устанавливает|санкционирует|поручает|объявляет|поздравляет|отвергает|"
               "указывает|соглашается|сознает|рассчитывает|с глубокой|с серьезной|дает|констатирует|рекомендует|оценивает|"
               "поддерживает|выделяет|приглашает|намеревается|продолжает|побуждает|особо отмечает|ссылаясь|учитывает",
  .before = "глубоко|серьезно|решительно|настоятельно|далее|также|вновь|особо|особенно|полностью|твердо|крайне|высоко|еще раз|"
            "с удовлетворением|с признательностью|с интересом|с сожалением|с обеспокоенностью|с озабоченностью|"
            "с глубокой обеспокоенностью|с глубокой озабоченностью|с серьезной обеспокоенностью",
  .after = "также|далее|вновь|в частности|в этой связи|еще раз|с удовлетворением|с признательностью|с интересом|с сожалением|"
           "с обеспокоенностью|с озабоченностью|с глубокой обеспокоенностью|к сведению|во внимание|обеспокоена|озабочена|"
           "глубоко обеспокоена|глубоко озабочена|обеспокоен|озабочен|убеждена|убежден|обеспокоенность|свою обеспокоенность|"
           "глубокую обеспокоенность|серьезную обеспокоенность|озабоченность|глубокую озабоченность|свою признательность|"
           "признательность|признает|подтверждает|подтверждая|призывает|заявляет|на",
  .adopted = "принял|приняла|принял|приняли|одобрил|утвердил",
  .annexes = "приложение|приложения|добавление",
  .meetings = "пленарное заседание|заседание",
  .notes = "см|там же|резолюция|резолюции|организация объединенных наций|официальные отчеты|имеется|united nations",
  .furniture = "просьба отправить на вторичную переработку|организация объединенных наций",
  .months = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
  .drafts = "проект резолюции|проекты резолюций|проект решения",
  .counted = "статья|статьи|статье|статьей|пункт|пункта|пункте|пунктах|пункты|цель|цели|задача|глава|раздел|часть|приложение|№|правило|стр|и|с|по|до|от|на|в|к",
  .measured = "процентов|процента|млн|лет|года|год|дней",
};

static const AgreedWordingSet chinese = {
  .code = "zh",
  .organs = "大会|经济及社会理事会|经济和社会理事会|人权理事会|安全理事会|托管理事会|人权委员会|妇女地位委员会|麻醉药品委员会|统计委员会|"
            "社会发展委员会|人口与发展委员会|预防犯罪和刑事司法委员会|科学和技术促进发展委员会|缔约方大会|缔约国会议",
  .preambular = "回顾|重申|注意到|表示注意到|认识到|确认|承认|强调|强调指出|指出|欢迎|欣见|关切|关注|深信|铭记|考虑到|念及|意识到|审议了|"
                "审查了|收到|听取了|表示|感谢|赞扬|谴责|痛惜|痛感|遗憾|决心|希望|相信|认为|鉴于|遵循|依照|按照|根据|申明|着重指出|着重|"
                "鼓励|呼吁|吁请|敦促|邀请|期待|震惊|惊悉|赞赏|赞赏地注意到|满意地注意到|关切地注意到|遗憾地注意到|感到|忆及|顾及|"
                "严重关切|深为关切|表示关切|表示深为关切|表示赞赏|表示感谢|深切关注|有鉴于|致力于|渴望|谨记|支持|本着|知悉|宣告|宣布|"
                "致敬|悼念|牢记|肯定|坚信|强烈谴责|对|为|回顾指出|明确|充分认识到|凸显|期盼|突出|震惊地|再度|进一步|念及|力求|决意|"
                "注意|断定|认定|承诺|鼓舞|受到|乐见|特别指出|意识|以|珍视|赞成|虑及|切望|愿|接获|惊恐|惊骇|采取行动|采取",
  .operative = "决定|请|吁请|呼吁|敦促|鼓励|邀请|欢迎|确认|承认|认识到|重申|强调|强调指出|注意到|表示注意到|回顾|赞扬|感谢|核可|通过|"
               "批准|授权|建议|关切|表示|要求|谴责|痛惜|宣布|宣告|申明|支持|赞赏|欣见|期待|着重指出|着重|指出|促请|认为|考虑到|希望|"
               "赞同|同意|遗憾|请求|赞赏地注意到|满意地注意到|关切地注意到|深为关切|严重关切|强烈谴责|铭记|相信|指定|任命|选举|设立|"
               "提醒|保证|承诺|警告|责成|接纳|祝贺|委托|对|为|特别指出|致敬|促|力促|断定|认定|拒绝|声明|延长|责令|意识到|吁|坚决|反对",
  .before = "又|还|并|再次|再|也|进一步|深为|深|特别|非常|严重|十分|强烈|充分|同样|仍然|继续|高度|极为|极其|最强烈|坚决|坚定|欣慰地|"
            "满意地|赞赏地|关切地|遗憾地|深切地|严正|大力|郑重|热烈|衷心|深感|尤其|同时|此外还|完全|更加|深表",
  .after = "到|指出|感谢|赞赏|关切|深为关切|严重关切|遗憾|注意到|欢迎|支持|了|震惊|欣慰|满意",
  .adopted = "通过了|通过",
  .annexes = "附件|附录",
  .meetings = "次全体会议|次会议",
  .notes = "见|同上|参看|可查阅|联合国|大会正式记录|《大会正式记录|第|决议|《",
  .furniture = "请回收|联合国",
  .months = "1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月",
  .drafts = "决议草案|决定草案",
  .counted = "第|和|至|到|、",
  .measured = "年|月|日|号|段|届|次|个|项|条|章|国|%|和|至|、|名|亿|万|千|百|种|周|天|岁|时|分|卷|期|部|位|比|倍|级|类|轮|/|-|—",
};

const AgreedWordingSet *const agreed_wording_sets[] = { &arabic, &english, &spanish, &french, &russian, &chinese, NULL };
