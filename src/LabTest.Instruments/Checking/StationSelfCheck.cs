using LabTest.Instruments.Stations;

namespace LabTest.Instruments.Checking;

/// <summary>Opens a station with every instrument simulated, its faults switched off, reads all its readings through the wiring, and makes it safe.</summary>
internal static class StationSelfCheck
{
    public static async ValueTask<SelfCheckReport> Run(StationModel station, CancellationToken cancellationToken)
    {
        var log = new SelfCheckLog(station.Name);
        await log.Try("open", async () =>
        {
            var opened = await OpenedStation.Open(Simulated(station), new OpenOptions(), cancellationToken).ConfigureAwait(false);
            await using (opened.ConfigureAwait(false))
            {
                await ReadAll(opened, log, cancellationToken).ConfigureAwait(false);
                foreach (var outcome in (await opened.OnFailure().ConfigureAwait(false)).Where(o => o.Failure is not null))
                    log.Add(outcome.Failure!.Message);
                foreach (var failure in (await opened.Close().ConfigureAwait(false)).Failures)
                    log.Add(failure.Message);
            }
        }).ConfigureAwait(false);
        log.Actions = station.OnOpen.Count + station.OnFailure.Count + station.OnClose.Count;
        return log.Report();
    }

    private static StationModel Simulated(StationModel station) => station with
    {
        Instruments = new OrderedDictionary<string, StationInstrument>(station.Instruments.Select(i => KeyValuePair.Create(i.Key, i.Value with
        {
            Address = null,
            IsSimulated = true,
            Calibration = null,
            Simulation = i.Value.Simulation with { Faults = [] },
        }))),
    };

    private static async ValueTask ReadAll(OpenedStation opened, SelfCheckLog log, CancellationToken cancellationToken)
    {
        foreach (var instrument in opened.Instruments.Values)
        {
            foreach (var parameter in instrument.Model.Parameters.Values.Where(p => p.Get is not null && p.Type != ParameterType.Waveform))
            {
                foreach (var channel in instrument.Model.ChannelsToTry(parameter))
                {
                    log.Readings++;
                    await log.Try(instrument.PathOf(parameter.Name, channel).ToString(), async () => await instrument.Read(parameter, channel, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
                }
            }
        }
    }
}
