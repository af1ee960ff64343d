using Spectre.Console;

namespace LanguageRouter.Tool.Reporting;

/// <summary>Prints tables and headings whose columns hold with Japanese text too.</summary>
internal sealed class Tables
{
    private readonly IAnsiConsole _console;

    public Tables(TextWriter writer, bool interactive, int width)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = interactive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = interactive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        _console.Profile.Width = width;
        _console.Profile.Capabilities.Unicode = true;
    }

    public void Heading(string text) => _console.Write(new Text(text + "\n", new Style(decoration: Decoration.Bold)));

    public void Line(string text = "") => _console.Write(new Text(text + "\n"));

    /// <summary>Prints a table without the columns that say nothing; a column whose heading begins with <c>&gt;</c> is aligned to the right.</summary>
    public void Table(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string>> rows)
    {
        var cells = rows.ToList();
        var columns = Enumerable.Range(0, headings.Count).Where(i => cells.Exists(row => row[i].Length > 0)).ToList();
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in columns.Select(i => headings[i]))
        {
            var right = heading.StartsWith('>');
            var column = new TableColumn(new Text(right ? heading[1..] : heading));
            table.AddColumn(right ? column.RightAligned() : column);
        }

        foreach (var row in cells)
        {
            table.AddRow(columns.Select(i => new Text(row[i])));
        }

        _console.Write(table);
    }

    /// <summary>Prints names and their values, two columns without a frame.</summary>
    public void Pairs(IEnumerable<(string Name, string Value)> pairs)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn(new GridColumn());
        foreach (var (name, value) in pairs)
        {
            grid.AddRow(new Text(name), new Text(value));
        }

        _console.Write(grid);
    }
}
