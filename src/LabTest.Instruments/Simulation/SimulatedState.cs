using LabTest.Instruments.Profiles;

namespace LabTest.Instruments.Simulation;

/// <summary>The values of all parameters of an instrument, on all channels.</summary>
internal sealed class SimulatedState
{
    private readonly InstrumentModel _model;
    private readonly Dictionary<ParameterModel, Cell[]> _cells = new(ReferenceEqualityComparer.Instance);

    public SimulatedState(InstrumentModel model, string alias, int seed)
    {
        _model = model;
        foreach (var parameter in model.Parameters.Values)
        {
            IReadOnlyList<string?> channels = parameter.IsChannel ? model.Channels : (IReadOnlyList<string?>)[null];
            _cells[parameter] = [.. channels.Select(c => new Cell { NoiseKey = Noise.Key(seed, alias, c, parameter.Name) })];
        }

        Reset();
    }

    /// <summary>Every setting at the value it has after *RST.</summary>
    public void Reset()
    {
        foreach (var (parameter, cells) in _cells)
        {
            for (var i = 0; i < cells.Length; i++)
                Store(parameter, cells[i], parameter.Init ?? Default(parameter, parameter.IsChannel ? _model.Channels[i] : null));
        }
    }

    /// <summary>The state of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="channel">Which channel, from 0; anything for a parameter of the instrument.</param>
    public Cell this[ParameterModel parameter, int channel] => _cells[parameter][parameter.IsChannel ? channel : 0];

    public static void Store(ParameterModel parameter, Cell cell, ParameterValue value)
    {
        cell.Text = value.Text;
        cell.Number = value.Kind switch
        {
            ParameterValueKind.Flag => value.Flag ? 1 : 0,
            ParameterValueKind.Text => parameter.FindOption(value.Text!)?.Number ?? double.NaN,
            _ => value.Quantity.Value,
        };
    }

    // A profile that does not say what a setting is after a reset gets the value it may have that is nearest to zero.
    private static ParameterValue Default(ParameterModel parameter, string? channel)
    {
        if (parameter.Type == ParameterType.Bool)
            return false;
        if (parameter.Options.Count > 0)
            return parameter.Options[0] is { IsNumber: true } first ? new Quantity(first.Number, parameter.Unit) : parameter.Options[0].Name;
        if (parameter.Type is ParameterType.Text or ParameterType.Enum)
            return "";
        return new Quantity(parameter.Range?.Constant(channel) is { } range ? Math.Clamp(0, range.Low, range.High) : 0, parameter.Unit);
    }
}
