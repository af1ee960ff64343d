using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace LanguageRouter.Policies;

/// <summary>Holds the configuration in force: read whole, checked whole, swapped at once; a bad reload leaves the last good one in force.</summary>
internal sealed partial class PolicySource : IDisposable
{
    private readonly IConfigurationSection? _section;
    private readonly string _folder = "";
    private readonly IValidateOptions<RoutingOptions>[] _validators = [];
    private readonly ILogger<PolicySource> _logger;
    private readonly IDisposable? _subscription;
    private volatile RoutingConfiguration _current;

    /// <summary>Reads a section, and reads it again when it changes.</summary>
    /// <exception cref="OptionsValidationException">The configuration has mistakes.</exception>
    public PolicySource(IConfigurationSection section, ILogger<PolicySource> logger, IEnumerable<IValidateOptions<RoutingOptions>>? validators = null, string? folder = null)
    {
        _section = section;
        _folder = folder ?? Environment.CurrentDirectory;
        _validators = [.. validators ?? []];
        _logger = logger;
        _current = RoutingConfiguration.Load(section, _folder, _validators);
        _subscription = ChangeToken.OnChange(section.GetReloadToken, Reload);
    }

    /// <summary>Holds a configuration that never changes.</summary>
    public PolicySource(RoutingConfiguration configuration, ILogger<PolicySource> logger)
    {
        _current = configuration;
        _logger = logger;
    }

    /// <summary>Happens before a new configuration comes into force; an exception rejects it.</summary>
    public event Action<RoutingConfiguration>? Changing;

    public RoutingConfiguration Current => _current;

    public void Dispose() => _subscription?.Dispose();

    private void Reload()
    {
        try
        {
            var next = RoutingConfiguration.Load(_section!, _folder, _validators);
            Changing?.Invoke(next);
            _current = next;
            LogReloaded(next.Defaults.Version);
        }
        catch (OptionsValidationException exception)
        {
            LogRejected(exception.Failures.Count(), _current.Defaults.Version, string.Join(Environment.NewLine, exception.Failures));
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "The routing configuration was reloaded; the defaults are version {Version}.")]
    private partial void LogReloaded(string version);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "The routing configuration was changed and has {Count} mistakes; version {Version} stays in force. {Failures}")]
    private partial void LogRejected(int count, string version, string failures);
}
