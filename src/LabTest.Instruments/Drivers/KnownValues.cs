using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Drivers;

/// <summary>The values that settings were last set to or read as. What resets an instrument makes them unknown.</summary>
internal sealed class KnownValues
{
    private readonly Dictionary<(ParameterModel Parameter, int Channel), ParameterValue> _values = [];
    private readonly Dictionary<(ParameterModel Parameter, int Channel), ParameterValue> _made = [];

    /// <summary>What this run has set, as far as nothing has changed it since: what is compared after a new connection.</summary>
    public IReadOnlyList<KeyValuePair<(ParameterModel Parameter, int Channel), ParameterValue>> Made => [.. _made];

    public ParameterValue? Find(ParameterModel parameter, int channel) =>
        _values.TryGetValue(Key(parameter, channel), out var value) ? value : default(ParameterValue?);

    public void Keep(ParameterModel parameter, int channel, ParameterValue value) => _values[Key(parameter, channel)] = value;

    /// <summary>Keeps a value that was set.</summary>
    public void Make(ParameterModel parameter, int channel, ParameterValue value)
    {
        Keep(parameter, channel, value);
        _made[Key(parameter, channel)] = value;
    }

    /// <summary>What it is set to is not known any more.</summary>
    public void Unmake(ParameterModel parameter, int channel) => _made.Remove(Key(parameter, channel));

    /// <summary>Forgets the values, which are then read where they are needed.</summary>
    /// <param name="andWhatWasMade">Whether what was set may be something else now, so that it is no longer compared either.</param>
    public void Forget(bool andWhatWasMade = false)
    {
        _values.Clear();
        if (andWhatWasMade)
            _made.Clear();
    }

    private static (ParameterModel Parameter, int Channel) Key(ParameterModel parameter, int channel) => (parameter, parameter.IsChannel ? channel : -1);
}
