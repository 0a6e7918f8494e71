using LabTest.Engine.Documents;
using LabTest.Engine.Plans;
using LabTest.Instruments;

namespace LabTest.Engine;

/// <summary>The engine in the process that opened the station.</summary>
internal sealed class EmbeddedEngine(OpenedStation station) : IEngine
{
    private static readonly TimeSpan RestoreDeadline = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async ValueTask Run(Plan plan, IDocumentSink sink, CancellationToken cancellationToken)
    {
        sink.Take(new StartDocument(station.Clock.Now, "scan", plan.Name, (plan as ScanPlan)?.Points.Count));
        try
        {
            switch (plan)
            {
                case ScanPlan scan:
                    await Scan(scan, sink, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    throw new NotSupportedException($"A plan of type {plan.GetType().Name} is not supported by the embedded engine.");
            }
        }
        catch (Exception e)
        {
            sink.Take(new StopDocument(station.Clock.Now, e is OperationCanceledException ? ExitStatus.Abort : ExitStatus.Fail, e.Message));
            throw;
        }

        sink.Take(new StopDocument(station.Clock.Now, ExitStatus.Success, Reason: null));
    }

    private async ValueTask Scan(ScanPlan plan, IDocumentSink sink, CancellationToken cancellationToken)
    {
        var moved = station.Resolve(plan.Path);
        var reads = plan.Reads.Select(station.Resolve).ToArray();

        // Every set-point is asked for before the first move.
        var points = new ParameterValue[plan.Points.Count];
        for (var i = 0; i < points.Length; i++)
            points[i] = await moved.Instrument.Check(moved.Parameter, moved.Channel, plan.Points[i], cancellationToken).ConfigureAwait(false);

        ParameterValue? before = plan.Restores && moved.Parameter.Get is not null
            ? await moved.Instrument.ReadToRestore(moved.Parameter, moved.Channel, cancellationToken).ConfigureAwait(false)
            : default(ParameterValue?);
        DataKey[] keys = [];
        try
        {
            for (var i = 0; i < points.Length; i++)
            {
                var values = await Point(moved, points[i], reads, plan.Settle, cancellationToken).ConfigureAwait(false);
                if (i == 0)
                {
                    keys = [new DataKey(plan.Path, moved.Parameter.Unit, IsSet: true), .. plan.Reads.Zip(values, (name, v) => new DataKey(name, v.Unit, IsSet: false))];
                    sink.Take(new DescriptorDocument(station.Clock.Now, keys));
                }

                // A column has one unit, that of its first value; the instrument may go on to another.
                sink.Take(new EventDocument(station.Clock.Now, i, [points[i].Quantity.Value, .. values.Select((v, read) => v.In(keys[read + 1].Unit))]));
            }
        }
        catch (Exception failure)
        {
            await Restore(moved, before, failure).ConfigureAwait(false);
            throw;
        }

        await Restore(moved, before, failure: null).ConfigureAwait(false);
    }

    private async ValueTask<Quantity[]> Point(ResolvedParameter moved, ParameterValue point, ResolvedParameter[] reads, TimeSpan settle, CancellationToken cancellationToken)
    {
        await moved.Instrument.Set(moved.Parameter, moved.Channel, point, cancellationToken).ConfigureAwait(false);
        await station.Clock.Delay(settle, cancellationToken).ConfigureAwait(false);
        var values = new Quantity[reads.Length];
        for (var i = 0; i < reads.Length; i++)
            values[i] = (await reads[i].Instrument.Read(reads[i].Parameter, reads[i].Channel, cancellationToken).ConfigureAwait(false)).Value.Quantity;
        return values;
    }

    // The plan may have been cancelled; the way back has a deadline of its own. What failed first is what is told.
    private async ValueTask Restore(ResolvedParameter moved, ParameterValue? before, Exception? failure)
    {
        if (before is not { } start)
            return;
        using var deadline = new CancellationTokenSource(RestoreDeadline);
        try
        {
            await moved.Instrument.Set(moved.Parameter, moved.Channel, start, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (failure is not null && e is (LabTestException or OperationCanceledException))
        {
            station.Warn(moved.Instrument.Alias, $"{moved.PathText} did not get its value back: {e.Message}");
        }
    }
}
