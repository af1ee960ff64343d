using LanguageRouter.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace LanguageRouter.Policies;

/// <summary>Holds the configuration in force: read whole, checked whole, swapped at once; a bad reload leaves the last good one in force.</summary>
internal sealed partial class PolicySource : IDisposable
{
    private readonly IConfiguration? _configuration;
    private readonly string _folder = "";
    private readonly IValidateOptions<RoutingOptions>[] _validators = [];
    private readonly ITenantPolicySource[] _tenants = [];
    private readonly RoutingTelemetry _telemetry;
    private readonly ILogger<PolicySource> _logger;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly Lock _reloading = new();
    private volatile RoutingConfiguration _current;

    /// <summary>Reads a configuration, or the section <c>LanguageRouter</c> itself, and the sources of tenants, and all of them again when one changes.</summary>
    /// <exception cref="OptionsValidationException">The configuration has mistakes.</exception>
    public PolicySource(
        IConfiguration configuration, RoutingTelemetry telemetry, ILogger<PolicySource> logger,
        IEnumerable<IValidateOptions<RoutingOptions>>? validators = null, IEnumerable<ITenantPolicySource>? tenants = null, string? folder = null)
    {
        _configuration = configuration;
        _folder = folder ?? Environment.CurrentDirectory;
        _validators = [.. validators ?? []];
        _tenants = [.. tenants ?? []];
        _telemetry = telemetry;
        _logger = logger;
        _current = Load();
        _subscriptions.Add(ChangeToken.OnChange(configuration.GetReloadToken, Reload));
        _subscriptions.AddRange(_tenants.Select(source => ChangeToken.OnChange(source.GetReloadToken, Reload)));
    }

    /// <summary>Holds a configuration that never changes.</summary>
    public PolicySource(RoutingConfiguration configuration, RoutingTelemetry telemetry, ILogger<PolicySource> logger)
    {
        _current = configuration;
        _telemetry = telemetry;
        _logger = logger;
    }

    /// <summary>Happens before a new configuration comes into force; an exception rejects it.</summary>
    public event Action<RoutingConfiguration>? Changing;

    public RoutingConfiguration Current => _current;

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private RoutingConfiguration Load() => _configuration is IConfigurationRoot root
        ? RoutingConfiguration.Load(root, _folder, _validators, _tenants)
        : RoutingConfiguration.Load((IConfigurationSection)_configuration!, _folder, _validators, _tenants);

    // Changes come on threads of their watchers: one after another, so that an older reading never replaces a newer one.
    private void Reload()
    {
        lock (_reloading)
        {
#pragma warning disable CA1031 // A source of any kind may fail in any way; requests go on under the policies in force.
            try
            {
                var next = Load();
                Changing?.Invoke(next);
                _current = next;
                _telemetry.PolicyReloaded(accepted: true);
                LogReloaded(next.Defaults.Version);
            }
            catch (OptionsValidationException exception)
            {
                _telemetry.PolicyReloaded(accepted: false);
                LogRejected(exception.Failures.Count(), _current.Defaults.Version, string.Join(Environment.NewLine, exception.Failures));
            }
            catch (Exception exception)
            {
                _telemetry.PolicyReloaded(accepted: false);
                LogFailed(exception, _current.Defaults.Version);
            }
#pragma warning restore CA1031
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "The routing configuration was reloaded; the defaults are version {Version}.")]
    private partial void LogReloaded(string version);

    [LoggerMessage(EventId = 11, Level = LogLevel.Error, Message = "The routing configuration was changed and has {Count} mistakes; version {Version} stays in force. {Failures}")]
    private partial void LogRejected(int count, string version, string failures);

    [LoggerMessage(EventId = 12, Level = LogLevel.Error, Message = "The routing configuration was changed and could not be read; version {Version} stays in force.")]
    private partial void LogFailed(Exception exception, string version);
}
