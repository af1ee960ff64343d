namespace LanguageRouter.Tool.PolicyChecking;

/// <summary>Prints the JSON Schema of the settings.</summary>
internal sealed class PolicySchemaCommand(Terminal terminal)
{
    private const string Resource = "language-router.schema.json";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var schema = typeof(PolicySchemaCommand).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the tool.");
        await using (schema.ConfigureAwait(false))
        {
            await schema.CopyToAsync(terminal.Output, cancellationToken).ConfigureAwait(false);
            await terminal.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Done;
    }
}
