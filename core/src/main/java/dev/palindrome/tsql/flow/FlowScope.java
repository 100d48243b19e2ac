package dev.palindrome.tsql.flow;

import dev.palindrome.tsql.ColumnTypes;
import dev.palindrome.tsql.FlowProgram;
import dev.palindrome.tsql.FlowVariable;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of a batch as far as they are declared, over what is known of columns. */
public final class FlowScope implements ColumnTypes {

    private final ColumnTypes columns;
    private final Map<String, FlowVariable> declared = new LinkedHashMap<>();
    private final Set<String> rows = new HashSet<>();
    private boolean open;
    private boolean jumps;
    private int rowLimit;
    private List<Token> limiting = List.of();

    public FlowScope(ColumnTypes columns) {
        this.columns = columns;
    }

    /** The scope of a batch that runs. */
    public static FlowScope of(ColumnTypes columns, List<FlowVariable> variables) {
        FlowScope scope = new FlowScope(columns);
        scope.open(variables);
        return scope;
    }

    /** What it is over. */
    public ColumnTypes columns() {
        return columns;
    }

    @Override
    public List<Column> of(ObjectName table) {
        return columns.of(table);
    }

    @Override
    public String viewBody(ObjectName view) {
        return columns.viewBody(view);
    }

    @Override
    public Optional<FlowProgram.Function> function(ObjectName name) {
        return columns.function(name);
    }

    @Override
    public Optional<FlowProgram.Rows> rows(ObjectName name) {
        return columns.rows(name);
    }

    @Override
    public boolean collected() {
        return columns.collected();
    }

    @Override
    public boolean areKnown() {
        return columns.areKnown();
    }

    @Override
    public Optional<FlowVariable> variable(String name) {
        if (!open) {
            return columns.variable(name);
        }
        FlowVariable own = declared.get(name.toLowerCase(Locale.ROOT));
        return own == null ? SessionValues.of(name) : Optional.of(own);
    }

    @Override
    public String variables() {
        return open ? FlowVariable.text(declared.values()) : columns.variables();
    }

    /** A batch begins. */
    void open(List<FlowVariable> parameters) {
        declared.clear();
        parameters.forEach(parameter -> declared.put(parameter.name(), parameter));
        open = true;
    }

    /** Where variables stand in a batch tells those that hold rows from others whose type is one of the user's own. */
    void reads(List<Token> batch) {
        rows.clear();
        jumps = batch.stream().anyMatch(token -> token.is("GOTO", "RETURN"));
        for (int i = 1; i < batch.size(); i++) {
            Token before = batch.get(i - 1);
            boolean table = before.is("FROM", "JOIN", "INSERT", "UPDATE", "DELETE", "MERGE", "USING")
                    || before.is("INTO") && i > 1 && batch.get(i - 2).is("INSERT", "MERGE");
            if (table && batch.get(i).kind() == Token.Kind.VARIABLE) {
                rows.add(batch.get(i).text().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Whether a variable stands where a table does, be it to be asked for nodes of XML: its type tells the two apart. */
    boolean standsAsTable(Token variable) {
        return rows.contains(variable.text().toLowerCase(Locale.ROOT));
    }

    /** Whether what stands further down may be passed over by what is no branch. */
    boolean jumps() {
        return jumps;
    }

    /** What {@code SET ROWCOUNT} has said last; 0 for all rows. */
    public int rowLimit() {
        return rowLimit;
    }

    /** The statement that has said so. */
    public List<Token> limiting() {
        return limiting;
    }

    void limitRows(int most, List<Token> statement) {
        rowLimit = most;
        limiting = List.copyOf(statement);
    }

    /** A batch has ended. */
    void close() {
        declared.clear();
        open = false;
    }

    List<FlowVariable> all() {
        return List.copyOf(declared.values());
    }

    /** @throws UntranslatableException 134 if there is one already */
    void declare(Token name, FlowVariable variable) {
        if (declared.putIfAbsent(variable.name(), variable) != null) {
            throw UntranslatableException.refused(
                    134, name, "the variable " + name.text() + " is declared already in this batch");
        }
    }

    /** One that nobody wrote. */
    FlowVariable hidden(String name, String type) {
        return declared.computeIfAbsent(name, absent -> FlowVariable.of(name, type));
    }

    /** @throws UntranslatableException 137 if it is not declared */
    FlowVariable require(Token name) {
        return variable(name.text())
                .orElseThrow(() -> UntranslatableException.refused(
                        137,
                        name,
                        "the variable " + name.text()
                                + " is not declared above in this batch; variables end with their batch, at GO"));
    }

    /** @throws UntranslatableException 137 if one is not declared */
    void requireAll(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean parameter = i + 1 < tokens.size()
                    && tokens.get(i + 1).isSymbol("=")
                    && tokens.get(0).is("EXEC", "EXECUTE");
            if (token.kind() == Token.Kind.VARIABLE
                    && !parameter
                    && !token.text().startsWith("@@")) {
                require(token);
            }
        }
    }
}
