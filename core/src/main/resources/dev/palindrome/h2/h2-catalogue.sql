-- The parts of SQL Server's catalogue that conditions in scripts ask for, seen through H2's information schema.
CREATE VIEW IF NOT EXISTS "palindrome"."sys_schemas" AS
SELECT SCHEMA_NAME AS "name", "palindrome"."id"(SCHEMA_NAME, NULL) AS "schema_id"
FROM INFORMATION_SCHEMA.SCHEMATA WHERE SCHEMA_NAME <> 'palindrome';

CREATE VIEW IF NOT EXISTS "palindrome"."sys_tables" AS
SELECT TABLE_NAME AS "name", "palindrome"."id"(TABLE_SCHEMA, TABLE_NAME) AS "object_id", "palindrome"."id"(TABLE_SCHEMA, NULL) AS "schema_id", 'U' AS "type"
FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA NOT IN ('palindrome', 'INFORMATION_SCHEMA');

CREATE VIEW IF NOT EXISTS "palindrome"."sys_views" AS
SELECT TABLE_NAME AS "name", "palindrome"."id"(TABLE_SCHEMA, TABLE_NAME) AS "object_id", "palindrome"."id"(TABLE_SCHEMA, NULL) AS "schema_id", 'V' AS "type"
FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA NOT IN ('palindrome', 'INFORMATION_SCHEMA');

CREATE VIEW IF NOT EXISTS "palindrome"."sys_sequences" AS
SELECT SEQUENCE_NAME AS "name", "palindrome"."id"(SEQUENCE_SCHEMA, SEQUENCE_NAME) AS "object_id", "palindrome"."id"(SEQUENCE_SCHEMA, NULL) AS "schema_id", 'SO' AS "type"
FROM INFORMATION_SCHEMA.SEQUENCES;

CREATE VIEW IF NOT EXISTS "palindrome"."sys_columns" AS
SELECT COLUMN_NAME AS "name", "palindrome"."id"(TABLE_SCHEMA, TABLE_NAME) AS "object_id", ORDINAL_POSITION AS "column_id", IS_NULLABLE = 'YES' AS "is_nullable", IS_IDENTITY = 'YES' AS "is_identity"
FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA NOT IN ('palindrome', 'INFORMATION_SCHEMA') AND COLUMN_NAME NOT LIKE 'palindrome:%';

CREATE VIEW IF NOT EXISTS "palindrome"."sys_identity_columns" AS
SELECT "name", "object_id", "column_id" FROM "palindrome"."sys_columns" WHERE "is_identity";

CREATE VIEW IF NOT EXISTS "palindrome"."sys_foreign_keys" AS
SELECT CONSTRAINT_NAME AS "name", "palindrome"."id"(CONSTRAINT_SCHEMA, CONSTRAINT_NAME) AS "object_id", "palindrome"."id"(TABLE_SCHEMA, TABLE_NAME) AS "parent_object_id", "palindrome"."id"(CONSTRAINT_SCHEMA, NULL) AS "schema_id", 'F' AS "type"
FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_TYPE = 'FOREIGN KEY';

CREATE VIEW IF NOT EXISTS "palindrome"."sys_check_constraints" AS
SELECT CONSTRAINT_NAME AS "name", "palindrome"."id"(CONSTRAINT_SCHEMA, CONSTRAINT_NAME) AS "object_id", "palindrome"."id"(TABLE_SCHEMA, TABLE_NAME) AS "parent_object_id", "palindrome"."id"(CONSTRAINT_SCHEMA, NULL) AS "schema_id", 'C' AS "type"
FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_TYPE = 'CHECK';

CREATE VIEW IF NOT EXISTS "palindrome"."sys_key_constraints" AS
SELECT CONSTRAINT_NAME AS "name", "palindrome"."id"(CONSTRAINT_SCHEMA, CONSTRAINT_NAME) AS "object_id", "palindrome"."id"(TABLE_SCHEMA, TABLE_NAME) AS "parent_object_id", "palindrome"."id"(CONSTRAINT_SCHEMA, NULL) AS "schema_id", CASE CONSTRAINT_TYPE WHEN 'UNIQUE' THEN 'UQ' ELSE 'PK' END AS "type"
FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_TYPE IN ('PRIMARY KEY', 'UNIQUE') AND CONSTRAINT_NAME NOT LIKE 'palindrome:%';

CREATE VIEW IF NOT EXISTS "palindrome"."sys_default_constraints" AS
SELECT "name", "palindrome"."id"("schema", "name") AS "object_id", "parent_object_id", "palindrome"."id"("schema", NULL) AS "schema_id", 'D' AS "type", "parent_column_id"
FROM (SELECT "palindrome"."recorded"(REMARKS, 'default-name') AS "name", TABLE_SCHEMA AS "schema", "palindrome"."id"(TABLE_SCHEMA, TABLE_NAME) AS "parent_object_id", ORDINAL_POSITION AS "parent_column_id" FROM INFORMATION_SCHEMA.COLUMNS WHERE REMARKS LIKE '% default-name=%') D;

CREATE VIEW IF NOT EXISTS "palindrome"."sys_indexes" AS
SELECT "palindrome"."recorded"(REMARKS, 'name') AS "name", "palindrome"."id"(TABLE_SCHEMA, TABLE_NAME) AS "object_id", INDEX_TYPE_NAME = 'UNIQUE INDEX' AS "is_unique", FALSE AS "is_primary_key"
FROM INFORMATION_SCHEMA.INDEXES WHERE NOT IS_GENERATED
UNION ALL
SELECT CONSTRAINT_NAME, "palindrome"."id"(TABLE_SCHEMA, TABLE_NAME), TRUE, CONSTRAINT_TYPE = 'PRIMARY KEY'
FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_TYPE IN ('PRIMARY KEY', 'UNIQUE') AND CONSTRAINT_NAME NOT LIKE 'palindrome:%';

CREATE VIEW IF NOT EXISTS "palindrome"."sys_objects" AS
SELECT "name", "object_id", NULL AS "parent_object_id", "schema_id", "type" FROM "palindrome"."sys_tables"
UNION ALL SELECT "name", "object_id", NULL, "schema_id", "type" FROM "palindrome"."sys_views"
UNION ALL SELECT "name", "object_id", NULL, "schema_id", "type" FROM "palindrome"."sys_sequences"
UNION ALL SELECT "name", "object_id", "parent_object_id", "schema_id", "type" FROM "palindrome"."sys_foreign_keys"
UNION ALL SELECT "name", "object_id", "parent_object_id", "schema_id", "type" FROM "palindrome"."sys_check_constraints"
UNION ALL SELECT "name", "object_id", "parent_object_id", "schema_id", "type" FROM "palindrome"."sys_key_constraints"
UNION ALL SELECT "name", "object_id", "parent_object_id", "schema_id", "type" FROM "palindrome"."sys_default_constraints";

CREATE VIEW IF NOT EXISTS "palindrome"."information_schema_tables" AS
SELECT TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA NOT IN ('palindrome', 'INFORMATION_SCHEMA');

CREATE VIEW IF NOT EXISTS "palindrome"."information_schema_columns" AS
SELECT TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, IS_NULLABLE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA NOT IN ('palindrome', 'INFORMATION_SCHEMA') AND COLUMN_NAME NOT LIKE 'palindrome:%';

CREATE VIEW IF NOT EXISTS "palindrome"."information_schema_table_constraints" AS
SELECT CONSTRAINT_CATALOG, CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_CATALOG, TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_TYPE FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_NAME NOT LIKE 'palindrome:%';
