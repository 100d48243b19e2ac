package dev.palindrome.scripts;

import java.util.List;
import java.util.stream.Stream;

/** The sets, and of those that do not go up what stops them. */
final class ScriptSets {

    private static final String CAMUNDA = "org/camunda/bpm/engine/db/";
    private static final List<String> CAMUNDA_PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");
    private static final String FLOWABLE = "create/flowable.mssql.create.";
    private static final String ACTIVITI = "org/activiti/db/create/activiti.mssql.create.";
    private static final String SPRING = "org/springframework/";
    private static final String JBPM = "db/ddl-scripts/sqlserver/";

    private static final String QUARTZ_DATABASE = "USE [enter_db_name_here]";

    private ScriptSets() {}

    static List<ScriptSet> all() {
        return List.of(
                ScriptSet.of(
                        "Camunda, new", camunda("create/activiti.mssql.create.").toArray(String[]::new)),
                ScriptSet.of("Camunda, 7.16 and its upgrades to 7.24", camundaUpgrades()),
                ScriptSet.of(
                        "Flowable",
                        "org/flowable/common/db/" + FLOWABLE + "common.sql",
                        "org/flowable/db/" + FLOWABLE + "engine.sql",
                        "org/flowable/db/" + FLOWABLE + "history.sql",
                        "org/flowable/idm/db/" + FLOWABLE + "identity.sql"),
                ScriptSet.of("Activiti", ACTIVITI + "engine.sql", ACTIVITI + "history.sql"),
                ScriptSet.of("Quartz", "org/quartz/impl/jdbcjobstore/tables_sqlServer.sql")
                        .without(QUARTZ_DATABASE),
                ScriptSet.of("Spring Batch", SPRING + "batch/core/schema-sqlserver.sql"),
                ScriptSet.of("Spring Session", SPRING + "session/jdbc/schema-sqlserver.sql"),
                ScriptSet.of("Spring Integration", SPRING + "integration/jdbc/schema-sqlserver.sql"),
                ScriptSet.of("jBPM", JBPM + "sqlserver-jbpm-schema.sql"),
                ScriptSet.of("jBPM on Spring Boot", JBPM + "sqlserver-springboot-jbpm-schema.sql")
                        // A column twice: SQL Server refuses it, too.
                        .stoppedBy(
                                "Column name 'kieSessionId' in table 'TimerMappingInfo' is specified more than once (SQL Server's error 2705)"),
                ScriptSet.of("Kie: Quartz", JBPM + "quartz_tables_sqlserver.sql")
                        .without(QUARTZ_DATABASE),
                ScriptSet.of("Kie: task assigning", JBPM + "task_assigning_tables_sqlserver.sql"));
    }

    private static Stream<String> camunda(String files) {
        return CAMUNDA_PARTS.stream().map(part -> CAMUNDA + files + part + ".sql");
    }

    private static String[] camundaUpgrades() {
        return Stream.concat(
                        camunda("liquibase/baseline/liquibase.mssql.create."),
                        Stream.of(16, 17, 18, 19, 20, 21, 22, 23)
                                .map(from ->
                                        CAMUNDA + "upgrade/mssql_engine_7." + from + "_to_7." + (from + 1) + ".sql"))
                .toArray(String[]::new);
    }
}
