-- Delineation of roles: who is accountable (A), responsible (R), consulted (C) or informed (I) for which function of the sector, where
-- and when (S/RES/2553 (2020), para. 13; domain handbook §3.5).

create table work.function_of_sector (
    id uuid primary key,
    -- The catalogue all countries start from stands in the shared layer; a country adds functions of its own.
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    code text not null check (code ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    position integer not null,
    is_oversight boolean not null,
    names jsonb not null check (names ? 'original'),
    version integer not null,
    unique (country, code)
);

-- Before the guard: reference data has no act.
insert into work.function_of_sector (id, country, classification, code, position, is_oversight, names, version) values
    ('00000000-0000-7000-8003-000000000001', 'UN', 0, 'external-defence', 1, false, '{"original": "en", "texts": {"en": "External defence", "fr": "Défense extérieure", "ar": "الدفاع الخارجي", "es": "Defensa exterior", "ru": "Внешняя оборона", "zh": "对外防卫"}}', 1),
    ('00000000-0000-7000-8003-000000000002', 'UN', 0, 'public-order', 2, false, '{"original": "en", "texts": {"en": "Internal public order", "fr": "Maintien de l''ordre public", "ar": "حفظ النظام العام في الداخل", "es": "Orden público interno", "ru": "Поддержание общественного порядка", "zh": "国内公共秩序"}}', 1),
    ('00000000-0000-7000-8003-000000000003', 'UN', 0, 'criminal-investigation', 3, false, '{"original": "en", "texts": {"en": "Criminal investigation", "fr": "Enquêtes criminelles", "ar": "التحقيق الجنائي", "es": "Investigación criminal", "ru": "Расследование преступлений", "zh": "刑事侦查"}}', 1),
    ('00000000-0000-7000-8003-000000000004', 'UN', 0, 'crime-scene', 4, false, '{"original": "en", "texts": {"en": "Crime scene", "fr": "Scène de crime", "ar": "مسرح الجريمة", "es": "Escena del delito", "ru": "Осмотр места преступления", "zh": "犯罪现场勘查"}}', 1),
    ('00000000-0000-7000-8003-000000000005', 'UN', 0, 'arrest-detention', 5, false, '{"original": "en", "texts": {"en": "Arrest and detention", "fr": "Arrestation et détention", "ar": "التوقيف والاحتجاز", "es": "Arresto y detención", "ru": "Арест и содержание под стражей", "zh": "逮捕与拘留"}}', 1),
    ('00000000-0000-7000-8003-000000000006', 'UN', 0, 'prosecution', 6, false, '{"original": "en", "texts": {"en": "Prosecution", "fr": "Poursuites", "ar": "الادعاء العام", "es": "Acusación penal", "ru": "Обвинение", "zh": "检控"}}', 1),
    ('00000000-0000-7000-8003-000000000007', 'UN', 0, 'adjudication', 7, false, '{"original": "en", "texts": {"en": "Adjudication", "fr": "Jugement", "ar": "الفصل القضائي", "es": "Enjuiciamiento", "ru": "Правосудие", "zh": "审判"}}', 1),
    ('00000000-0000-7000-8003-000000000008', 'UN', 0, 'custody', 8, false, '{"original": "en", "texts": {"en": "Custody of prisoners", "fr": "Garde des détenus", "ar": "حراسة السجناء", "es": "Custodia de reclusos", "ru": "Содержание заключённых", "zh": "羁押"}}', 1),
    ('00000000-0000-7000-8003-000000000009', 'UN', 0, 'border-control', 9, false, '{"original": "en", "texts": {"en": "Border control", "fr": "Contrôle des frontières", "ar": "مراقبة الحدود", "es": "Control de fronteras", "ru": "Пограничный контроль", "zh": "边境管制"}}', 1),
    ('00000000-0000-7000-8003-000000000010', 'UN', 0, 'migration-control', 10, false, '{"original": "en", "texts": {"en": "Migration control", "fr": "Contrôle des migrations", "ar": "مراقبة الهجرة", "es": "Control migratorio", "ru": "Миграционный контроль", "zh": "移民管制"}}', 1),
    ('00000000-0000-7000-8003-000000000011', 'UN', 0, 'customs-control', 11, false, '{"original": "en", "texts": {"en": "Customs control", "fr": "Contrôle douanier", "ar": "المراقبة الجمركية", "es": "Control aduanero", "ru": "Таможенный контроль", "zh": "海关管制"}}', 1),
    ('00000000-0000-7000-8003-000000000012', 'UN', 0, 'maritime-patrol', 12, false, '{"original": "en", "texts": {"en": "Maritime patrol", "fr": "Patrouille maritime", "ar": "الدوريات البحرية", "es": "Patrulla marítima", "ru": "Морское патрулирование", "zh": "海上巡逻"}}', 1),
    ('00000000-0000-7000-8003-000000000013', 'UN', 0, 'vip-protection', 13, false, '{"original": "en", "texts": {"en": "Protection of persons and missions", "fr": "Protection des personnalités", "ar": "حماية الشخصيات", "es": "Protección de personalidades", "ru": "Охрана должностных лиц", "zh": "要员保护"}}', 1),
    ('00000000-0000-7000-8003-000000000014', 'UN', 0, 'critical-infrastructure', 14, false, '{"original": "en", "texts": {"en": "Protection of critical infrastructure", "fr": "Protection des infrastructures critiques", "ar": "حماية البنى التحتية الحيوية", "es": "Protección de infraestructuras críticas", "ru": "Защита критической инфраструктуры", "zh": "关键基础设施保护"}}', 1),
    ('00000000-0000-7000-8003-000000000015', 'UN', 0, 'foreign-intelligence', 15, false, '{"original": "en", "texts": {"en": "Foreign intelligence", "fr": "Renseignement extérieur", "ar": "الاستخبارات الخارجية", "es": "Inteligencia exterior", "ru": "Внешняя разведка", "zh": "对外情报"}}', 1),
    ('00000000-0000-7000-8003-000000000016', 'UN', 0, 'domestic-intelligence', 16, false, '{"original": "en", "texts": {"en": "Domestic intelligence", "fr": "Renseignement intérieur", "ar": "الاستخبارات الداخلية", "es": "Inteligencia interior", "ru": "Внутренняя разведка", "zh": "国内情报"}}', 1),
    ('00000000-0000-7000-8003-000000000017', 'UN', 0, 'counter-terrorism', 17, false, '{"original": "en", "texts": {"en": "Counter-terrorism", "fr": "Lutte contre le terrorisme", "ar": "مكافحة الإرهاب", "es": "Lucha contra el terrorismo", "ru": "Борьба с терроризмом", "zh": "反恐"}}', 1),
    ('00000000-0000-7000-8003-000000000018', 'UN', 0, 'eod-ied', 18, false, '{"original": "en", "texts": {"en": "Explosive ordnance and improvised devices", "fr": "Neutralisation des explosifs", "ar": "إبطال الذخائر والعبوات المتفجرة", "es": "Artefactos explosivos", "ru": "Обезвреживание взрывных устройств", "zh": "爆炸物处置"}}', 1),
    ('00000000-0000-7000-8003-000000000019', 'UN', 0, 'small-arms', 19, false, '{"original": "en", "texts": {"en": "Small-arms control", "fr": "Contrôle des armes légères", "ar": "مراقبة الأسلحة الصغيرة", "es": "Control de armas pequeñas", "ru": "Контроль над стрелковым оружием", "zh": "小武器管制"}}', 1),
    ('00000000-0000-7000-8003-000000000020', 'UN', 0, 'disaster-response', 20, false, '{"original": "en", "texts": {"en": "Disaster response", "fr": "Réponse aux catastrophes", "ar": "الاستجابة للكوارث", "es": "Respuesta a desastres", "ru": "Реагирование на бедствия", "zh": "救灾"}}', 1),
    ('00000000-0000-7000-8003-000000000021', 'UN', 0, 'firefighting', 21, false, '{"original": "en", "texts": {"en": "Firefighting", "fr": "Lutte contre l''incendie", "ar": "مكافحة الحرائق", "es": "Lucha contra incendios", "ru": "Пожарная охрана", "zh": "消防"}}', 1),
    ('00000000-0000-7000-8003-000000000022', 'UN', 0, 'private-security-licensing', 22, true, '{"original": "en", "texts": {"en": "Licensing of private security", "fr": "Agrément de la sécurité privée", "ar": "ترخيص الأمن الخاص", "es": "Licencias de seguridad privada", "ru": "Лицензирование частной охраны", "zh": "私营安保许可"}}', 1),
    ('00000000-0000-7000-8003-000000000023', 'UN', 0, 'complaints', 23, true, '{"original": "en", "texts": {"en": "Complaints handling", "fr": "Traitement des plaintes", "ar": "معالجة الشكاوى", "es": "Tramitación de quejas", "ru": "Рассмотрение жалоб", "zh": "投诉处理"}}', 1),
    ('00000000-0000-7000-8003-000000000024', 'UN', 0, 'audit', 24, true, '{"original": "en", "texts": {"en": "Audit", "fr": "Audit", "ar": "التدقيق", "es": "Auditoría", "ru": "Аудит", "zh": "审计"}}', 1),
    ('00000000-0000-7000-8003-000000000025', 'UN', 0, 'budget-approval', 25, true, '{"original": "en", "texts": {"en": "Budget approval", "fr": "Approbation du budget", "ar": "إقرار الموازنة", "es": "Aprobación del presupuesto", "ru": "Утверждение бюджета", "zh": "预算批准"}}', 1),
    ('00000000-0000-7000-8003-000000000026', 'UN', 0, 'appointment-chiefs', 26, true, '{"original": "en", "texts": {"en": "Appointment of chiefs", "fr": "Nomination des chefs", "ar": "تعيين القادة", "es": "Nombramiento de jefes", "ru": "Назначение руководителей", "zh": "首长任命"}}', 1),
    ('00000000-0000-7000-8003-000000000027', 'UN', 0, 'deployment-home', 27, true, '{"original": "en", "texts": {"en": "Deployment of forces at home", "fr": "Emploi des forces sur le territoire", "ar": "نشر القوات داخل البلاد", "es": "Despliegue de fuerzas en el país", "ru": "Применение сил внутри страны", "zh": "国内部署部队"}}', 1),
    ('00000000-0000-7000-8003-000000000028', 'UN', 0, 'deployment-abroad', 28, true, '{"original": "en", "texts": {"en": "Deployment of forces abroad", "fr": "Déploiement des forces à l''étranger", "ar": "نشر القوات في الخارج", "es": "Despliegue de fuerzas en el exterior", "ru": "Применение сил за рубежом", "zh": "境外部署部队"}}', 1);
call journal.guard('work.function_of_sector');

-- A function that does not exist here (no coast, no maritime patrol) is neither a gap nor counted.
create table work.function_set_aside (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    function_id uuid not null references work.function_of_sector (id),
    reason text not null check (reason <> ''),
    unique (country, function_id)
);
call journal.guard('work.function_set_aside');

create table work.role_assignment (
    id uuid primary key,
    country text not null references access.workspace (code),
    classification smallint not null check (classification between 0 and 3),
    compartment uuid references access.compartment (id),
    function_id uuid not null references work.function_of_sector (id),
    institution_id uuid not null,
    role text not null check (role in ('A', 'R', 'C', 'I')),
    -- Code of a region; null is the whole country.
    territory text,
    legal_basis text,
    -- A row of the law tracker, which may come later than the role it founds: no foreign key.
    law_id uuid,
    de_facto boolean not null,
    conditions text,
    coordination_rule text,
    valid_from date not null,
    valid_until date,
    valid daterange not null generated always as (daterange(valid_from, valid_until, '[]')) stored,
    standing text not null check (standing in ('Agreed', 'Claimed')),
    version integer not null,
    -- What only one institution may answer for at a time; null where the constraint does not apply, so that claims may clash.
    accountable_for text generated always as (
        case when role = 'A' and standing = 'Agreed' then function_id::text || coalesce('@' || territory, '') end) stored,
    check (valid_until >= valid_from),
    foreign key (institution_id, country) references work.institution (id, country),
    foreign key (country, territory) references work.region (country, code),
    constraint one_accountable unique (country, accountable_for, valid without overlaps) deferrable initially deferred,
    constraint one_line_a_role exclude using gist (
        institution_id with =, function_id with =, role with =, standing with =, (coalesce(territory, '')) with =, valid with &&) deferrable initially deferred
);
create index on work.role_assignment (country, function_id);
create index on work.role_assignment (institution_id);
create index on work.role_assignment (law_id);
call journal.guard('work.role_assignment');
