import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/panel.css';
import './styles/map.css';
import './styles/sheet.css';
import './styles/open.css';
import './styles/data.css';
import './styles/public.css';
import './styles/shortlist.css';
import './styles/siting.css';
import './styles/proof.css';
import './styles/basemap.css';
import './styles/time.css';
import './styles/compare.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepWhenInstalled } from './offline/keep-offline.ts';

keepWhenInstalled();

createRoot(document.getElementById('root')!).render(<App />);
