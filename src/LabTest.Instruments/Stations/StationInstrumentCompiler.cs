using LabTest.Instruments.Profiles;
using LabTest.Instruments.Profiles.Compiling;
using LabTest.Instruments.Simulation;
using LabTest.Instruments.Stations.Spec;
using LabTest.Instruments.Yaml;

namespace LabTest.Instruments.Stations;

/// <summary>Checks what a station says of one instrument against its profile.</summary>
internal sealed class StationInstrumentCompiler(string alias, StationInstrumentSpec spec, InstrumentModel model, YamlBinder binder)
{
    /// <summary>Checks and compiles.</summary>
    /// <param name="simulate">Whether it is simulated; not <see cref="Simulate.Never"/>, which only forbids.</param>
    public StationInstrument Compile(Simulate simulate)
    {
        var channels = new StationChannels(alias, model, spec.Channels, spec.MarkOf("channels"), binder);
        var bounds = new BoundCompiler(model, channels, binder);
        var allowed = bounds.Compile(spec.Bounds);
        bounds.CheckSafeState(spec.MarkOf("bounds"));
        if (spec.Link?.OnOpen is not null)
            binder.Add(spec.Link.MarkOf("on_open"), "the steps on open belong to the profile; a station has 'on_open' of its own");
        var address = Address(simulate);
        var link = LinkCompiler.Compile(model.Link, spec.Link, onOpen: null, binder.Problems);
        return new StationInstrument
        {
            Alias = alias,
            Model = model,
            Address = simulate == Simulate.Yes ? null : address,
            IsSimulated = simulate is Simulate.Yes or Simulate.Remote,
            Serial = Serial(),
            Channels = channels.ByName,
            ChannelNames = channels.Shown,
            Bounds = allowed,
            Set = new SettingCompiler(model, channels, allowed, binder).Compile(spec.Set),
            Calibration = Calibration(),
            Link = link,
            Simulation = Simulated(link),
        };
    }

    // Also the address of an instrument that is simulated for now must be one.
    private ResourceAddress? Address(Simulate simulate)
    {
        try
        {
            return spec.Address is null ? null : ResourceAddress.Parse(spec.Address);
        }
        catch (FormatException e)
        {
            if (simulate == Simulate.Yes && ResourceAddress.IsOfAnotherKind(spec.Address!))
                binder.Warn(spec.MarkOf("address"), $"{e.Message}; it is not opened while '{alias}' is simulated");
            else
                binder.Add(spec.MarkOf("address"), e.Message);
            return null;
        }
    }

    private string? Serial()
    {
        if (spec.Serial is not null && model.Identity?.Match.GetGroupNames().Contains("serial") != true)
            binder.Add(spec.MarkOf("serial"), $"{model.Id} does not say its serial number, so it cannot be compared; add a group (?<serial>…) to its 'idn', or take 'serial' away");
        return spec.Serial;
    }

    private Calibration? Calibration()
    {
        if (spec.Calibration is not { } given)
            return null;
        if (given is { Done: { } done, Due: { } due } && due < done)
            binder.Add(given.MarkOf("due"), $"the calibration is due on {due:yyyy-MM-dd}, before it was done on {done:yyyy-MM-dd}");
        return new Calibration(given.Certificate, given.Done, given.Due) { Overdue = given.Overdue ?? OverduePolicy.Warn };
    }

    private SimulatedInstrumentOptions Simulated(LinkModel link)
    {
        foreach (var (name, value) in spec.Sim?.Variables ?? new Dictionary<string, double>())
        {
            if (!model.Simulation.Variables.ContainsKey(name))
                binder.Add(spec.Sim!.MarkOf("variables"), $"{model.Id} has no variable '{name}' (it has {Listing.Of(model.Simulation.Variables.Keys)})", Spelling.Nearest(name, model.Simulation.Variables.Keys));
            else if (!double.IsFinite(value))
                binder.Add(spec.Sim!.MarkOf("variables"), $"'{name}' must be a finite number");
        }

        foreach (var name in (spec.Sim?.Faults ?? []).Where(n => !model.Simulation.Faults.ContainsKey(n)))
            binder.Add(spec.Sim!.MarkOf("faults"), $"{model.Id} has no fault '{name}' (it has {Listing.Of(model.Simulation.Faults.Keys)})", Spelling.Nearest(name, model.Simulation.Faults.Keys));
        return new SimulatedInstrumentOptions
        {
            Serial = spec.Serial ?? "SIM0001",
            Variables = spec.Sim?.Variables ?? new Dictionary<string, double>(),
            Faults = [.. (spec.Sim?.Faults ?? []).Where(model.Simulation.Faults.ContainsKey)],
            Link = link,
        };
    }
}
