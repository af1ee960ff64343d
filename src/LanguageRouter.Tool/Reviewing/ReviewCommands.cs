using System.CommandLine;
using LanguageRouter.Review.Store;
using LanguageRouter.Review.Verdicts;
using LanguageRouter.Tool.Accounting;

namespace LanguageRouter.Tool.Reviewing;

/// <summary>The commands that read a record store.</summary>
internal static class ReviewCommands
{
    public static Command Review(Terminal terminal)
    {
        var store = StoreOption();
        var port = new Option<int>("--port", "-p") { Description = "The port on this machine. Default: a free one.", DefaultValueFactory = _ => 0 };
        var latency = AccountCommands.LatencyMarginOption();
        var command = new Command("review", "Serves the review page of a record store on this machine.") { store, port, latency };
        command.SetAction((result, cancellationToken) => new ReviewCommand(terminal)
        {
            Store = result.GetRequiredValue(store),
            Port = result.GetValue(port),
            Terms = new VerdictTerms { LatencyMargin = AccountCommands.LatencyMargin(result, latency) },
        }.RunAsync(cancellationToken));
        return command;
    }

    public static Command Report(Terminal terminal)
    {
        var store = StoreOption();
        var output = OutputOption("The HTML file; - is standard output.");
        var days = new Option<int>("--days", "-d") { Description = "How many days before the newest record. Default: 30.", DefaultValueFactory = _ => 30 };
        var latency = AccountCommands.LatencyMarginOption();
        var command = new Command("report", "Writes the review page with its figures as one HTML file.") { store, output, days, latency };
        command.SetAction((result, cancellationToken) => new ReportCommand(terminal)
        {
            Store = result.GetRequiredValue(store),
            Output = result.GetRequiredValue(output),
            Days = result.GetValue(days) is > 0 and <= 3660 and var asked ? asked : throw new ToolException("--days is not between 1 and 3660. Fix: give a number of days, such as 30."),
            Terms = new VerdictTerms { LatencyMargin = AccountCommands.LatencyMargin(result, latency) },
        }.RunAsync(cancellationToken));
        return command;
    }

    public static Command Export(Terminal terminal)
    {
        var store = StoreOption();
        var output = OutputOption("The file; - is standard output.");
        var format = new Option<string>("--format", "-f") { Description = "jsonl (whole records) or csv (the columns people sum up). Default: jsonl.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var tenant = new Option<string?>("--tenant", "-t") { Description = "Only the records of this tenant." };
        var from = new Option<DateTimeOffset?>("--from") { Description = "Only records from this time on." };
        var to = new Option<DateTimeOffset?>("--to") { Description = "Only records before this time." };
        var withText = new Option<bool>("--with-text") { Description = "Add the redacted texts of the tenants that opted in." };
        var command = new Command("export", "Writes records as JSON Lines or CSV.") { store, output, format, tenant, from, to, withText };
        command.SetAction((result, cancellationToken) => new ExportCommand(terminal)
        {
            Store = result.GetRequiredValue(store),
            Output = result.GetRequiredValue(output),
            Csv = result.GetValue(format) == "csv",
            WithText = result.GetValue(withText),
            Filter = new RecordFilter { Tenant = result.GetValue(tenant), From = result.GetValue(from), To = result.GetValue(to) },
        }.RunAsync(cancellationToken));
        return command;
    }

    private static Option<string> StoreOption() => new("--store", "-s") { Description = "The SQLite file that the application writes, or a PostgreSQL connection string.", Required = true };

    private static Option<string> OutputOption(string description) => new("--output", "-o") { Description = description, Required = true };
}
